/** The expressions of Python 3.13 as its parser reads them, with the names by which it calls them, and what it says of those that are wrong. */
export const expressionRules = `
expressions:
  | expression (',' expression)+ ','? => tuple
  | expression ',' => tuple
  | expression
expression memo:
  | invalid_expression
  | invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression => conditional_expression
  | disjunction
  | lambdef
yield_expr:
  | 'yield' 'from' expression => yield_expression
  | 'yield' star_expressions? => yield_expression
star_expressions:
  | star_expression (',' star_expression)+ ','? => tuple
  | star_expression ',' => tuple
  | star_expression
star_expression memo:
  | '*' bitwise_or => starred
  | expression
star_named_expressions: ','.star_named_expression+ ','?
star_named_expression:
  | '*' bitwise_or => starred
  | named_expression
assignment_expression:
  | NAME ':=' ~ expression => named_expression
named_expression:
  | assignment_expression
  | invalid_named_expression
  | expression !':='
disjunction memo:
  | conjunction ('or' conjunction)+ => expression
  | conjunction
conjunction memo:
  | inversion ('and' inversion)+ => expression
  | inversion
inversion memo:
  | 'not' inversion => expression
  | comparison
comparison:
  | bitwise_or compare_op_bitwise_or_pair+ => comparison
  | bitwise_or
compare_op_bitwise_or_pair:
  | '==' bitwise_or
  | '!=' bitwise_or
  | '<=' bitwise_or
  | '<' bitwise_or
  | '>=' bitwise_or
  | '>' bitwise_or
  | 'not' 'in' bitwise_or
  | 'in' bitwise_or
  | 'is' 'not' bitwise_or
  | 'is' bitwise_or
bitwise_or recursive:
  | bitwise_or '|' bitwise_xor => expression
  | bitwise_xor
bitwise_xor recursive:
  | bitwise_xor '^' bitwise_and => expression
  | bitwise_and
bitwise_and recursive:
  | bitwise_and '&' shift_expr => expression
  | shift_expr
shift_expr recursive:
  | shift_expr '<<' sum => expression
  | shift_expr '>>' sum => expression
  | invalid_arithmetic
  | sum
sum recursive:
  | sum '+' term => expression
  | sum '-' term => expression
  | term
term recursive:
  | term '*' factor => expression
  | term '/' factor => expression
  | term '//' factor => expression
  | term '%' factor => expression
  | term '@' factor => expression
  | invalid_factor
  | factor
factor memo:
  | '+' factor => expression
  | '-' factor => expression
  | '~' factor => expression
  | power
power:
  | await_primary '**' factor => expression
  | await_primary
await_primary memo:
  | 'await' primary => await_expression
  | primary
primary recursive:
  | primary '.' NAME => attribute
  | primary genexp => function_call
  | primary '(' arguments? ')' => function_call
  | primary '[' slices ']' => subscript
  | atom
slices:
  | slice !','
  | ','.(slice | starred_expression)+ ','? => tuple
slice:
  | expression? ':' expression? [':' expression?] => slice
  | named_expression
atom:
  | NAME
  | 'True'
  | 'False'
  | 'None'
  | &(STRING | FSTRING_START) strings
  | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...'
group:
  | '(' a:(yield_expr | named_expression) ')' #> give a
  | invalid_group
lambdef:
  | 'lambda' lambda_params? ':' expression => lambda
lambda_params:
  | invalid_lambda_parameters
  | lambda_parameters
lambda_parameters:
  | lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc?
  | lambda_slash_with_default lambda_param_with_default* lambda_star_etc?
  | lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  | lambda_param_with_default+ lambda_star_etc?
  | lambda_star_etc
lambda_slash_no_default:
  | lambda_param_no_default+ '/' ','
  | lambda_param_no_default+ '/' &':'
lambda_slash_with_default:
  | lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc:
  | invalid_lambda_star_etc
  | '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  | '*' ',' lambda_param_maybe_default+ lambda_kwds?
  | lambda_kwds
lambda_kwds:
  | invalid_lambda_kwds
  | '**' lambda_param_no_default
lambda_param_no_default:
  | NAME ','
  | NAME &':'
lambda_param_with_default:
  | NAME default ','
  | NAME default &':'
lambda_param_maybe_default:
  | NAME default? ','
  | NAME default? &':'
fstring_middle: fstring_replacement_field | FSTRING_MIDDLE
fstring_replacement_field:
  | '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}' => field
  | invalid_replacement_field
fstring_conversion:
  | a:'!' b:NAME #> conversion
fstring_full_format_spec: ':' fstring_format_spec*
fstring_format_spec: FSTRING_MIDDLE | fstring_replacement_field
fstring:
  | a:FSTRING_START b:fstring_middle* FSTRING_END #> formatted
string:
  | a:STRING #> string
strings memo:
  | a:(fstring | string)+ #> strings
list:
  | '[' star_named_expressions? ']' => list
tuple:
  | '(' [star_named_expression ',' star_named_expressions?] ')' => tuple
set:
  | '{' star_named_expressions '}' => set_display
dict:
  | '{' double_starred_kvpairs? '}' => dict_literal
  | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: ','.double_starred_kvpair+ ','?
double_starred_kvpair:
  | '**' bitwise_or
  | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause:
  | 'async' 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | invalid_for_if_clause
  | invalid_for_target
listcomp:
  | '[' named_expression for_if_clauses ']' => list_comprehension
  | invalid_comprehension
setcomp:
  | '{' named_expression for_if_clauses '}' => set_comprehension
  | invalid_comprehension
genexp:
  | '(' (assignment_expression | expression !':=') for_if_clauses ')' => generator_expression
  | invalid_comprehension
dictcomp:
  | '{' kvpair for_if_clauses '}' => dict_comprehension
  | invalid_dict_comprehension
arguments memo:
  | args ','? &')'
  | invalid_arguments
args:
  | ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs]
  | kwargs
kwargs:
  | ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+
starred_expression:
  | invalid_starred_assignment
  | '*' expression => starred
  | '*' #> last: Invalid star expression
kwarg_or_starred:
  | invalid_kwarg
  | NAME '=' expression => keyword
  | starred_expression
kwarg_or_double_starred:
  | invalid_kwarg
  | NAME '=' expression => keyword
  | '**' expression => unpacking
star_targets:
  | star_target !','
  | star_target (',' star_target)* ','? => tuple
star_target memo:
  | '*' (!'*' star_target) => starred
  | target_with_star_atom
target_with_star_atom memo:
  | t_primary '.' NAME !t_lookahead => attribute
  | t_primary '[' slices ']' !t_lookahead => subscript
  | star_atom
star_atom:
  | NAME
  | '(' target_with_star_atom ')'
  | '(' [star_target (',' star_target)+ ','? | star_target ','] ')'
  | '[' [','.star_target+ ','?] ']'
single_target:
  | single_subscript_attribute_target
  | NAME
  | '(' single_target ')'
single_subscript_attribute_target:
  | t_primary '.' NAME !t_lookahead => attribute
  | t_primary '[' slices ']' !t_lookahead => subscript
t_primary recursive:
  | t_primary '.' NAME &t_lookahead => attribute
  | t_primary '[' slices ']' &t_lookahead => subscript
  | t_primary genexp &t_lookahead => function_call
  | t_primary '(' arguments? ')' &t_lookahead => function_call
  | atom &t_lookahead
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ ','?
del_target memo:
  | t_primary '.' NAME !t_lookahead => attribute
  | t_primary '[' slices ']' !t_lookahead => subscript
  | del_t_atom
del_t_atom:
  | NAME
  | '(' del_target ')'
  | '(' del_targets? ')'
  | '[' del_targets? ']'
expression_without_invalid quiet:
  | disjunction 'if' disjunction 'else' expression => conditional_expression
  | disjunction
  | lambdef

invalid_arguments:
  | ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) a:',' ','.(starred_expression !'=')+ #> at a: iterable argument unpacking follows keyword argument unpacking
  | a:expression for_if_clauses ',' [args | expression for_if_clauses] #> at a: Generator expression must be parenthesized
  | a:NAME '=' expression for_if_clauses #> at a: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | [args ','] a:NAME '=' &(',' | ')') #> at a: expected argument value expression
  | a:args for_if_clauses #> generator a
  | args ',' a:expression for_if_clauses #> at a: Generator expression must be parenthesized
  | a:args ',' args #> positional a
invalid_kwarg:
  | a:('True' | 'False' | 'None') '=' #> at a: cannot assign to {a}
  | a:NAME '=' expression for_if_clauses #> at a: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | !(NAME '=') a:expression '=' #> at a: expression cannot contain assignment, perhaps you meant "=="?
  | a:'**' expression '=' expression #> at a: cannot assign to keyword argument unpacking
invalid_starred_assignment:
  | a:'*' expression '=' expression #> at a: cannot assign to iterable argument unpacking
invalid_legacy_expression:
  | a:NAME !'(' star_expressions #> legacy a
invalid_expression:
  | !(NAME STRING | SOFT_KEYWORD) a:disjunction expression_without_invalid #> comma a
  | a:disjunction 'if' disjunction !('else' | ':') #> at a: expected 'else' after 'if' expression
  | a:'lambda' lambda_params? ':' &FSTRING_MIDDLE #> at a: f-string: lambda expressions are not allowed without parentheses
invalid_named_expression memo:
  | a:expression ':=' expression #> at a: cannot use assignment expressions with {a}
  | a:NAME '=' bitwise_or !('=' | ':=') #> at a: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a:bitwise_or '=' bitwise_or !('=' | ':=') #> at a: cannot assign to {a} here. Maybe you meant '==' instead of '='?
invalid_comprehension:
  | ('[' | '(' | '{') a:starred_expression for_if_clauses #> at a: iterable unpacking cannot be used in comprehension
  | ('[' | '{') a:star_named_expression ',' star_named_expressions for_if_clauses #> at a: did you forget parentheses around the comprehension target?
  | ('[' | '{') a:star_named_expression ',' for_if_clauses #> at a: did you forget parentheses around the comprehension target?
invalid_dict_comprehension:
  | '{' a:'**' bitwise_or for_if_clauses '}' #> at a: dict unpacking cannot be used in dict comprehension
invalid_for_if_clause:
  | 'async'? 'for' bitwise_or (',' bitwise_or)* ','? !'in' #> last: 'in' expected after for-loop variables
invalid_arithmetic:
  | sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') a:'not' inversion #> at a: 'not' after an operator must be parenthesized
invalid_factor:
  | ('+' | '-' | '~') a:'not' factor #> at a: 'not' after an operator must be parenthesized
invalid_group:
  | '(' a:starred_expression ')' #> at a: cannot use starred expression here
  | '(' a:'**' expression ')' #> at a: cannot use double starred expression here
invalid_double_starred_kvpairs:
  | ','.double_starred_kvpair+ ',' invalid_kvpair
  | expression ':' a:'*' bitwise_or #> at a: cannot use a starred expression in a dictionary value
  | expression a:':' &('}' | ',') #> at a: expression expected after dictionary key and ':'
invalid_kvpair:
  | a:expression !':' #> at a: ':' expected after dictionary key
  | expression ':' a:'*' bitwise_or #> at a: cannot use a starred expression in a dictionary value
  | expression a:':' &('}' | ',') #> at a: expression expected after dictionary key and ':'
invalid_lambda_parameters:
  | a:'/' ',' #> at a: at least one argument must precede /
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a:'/' #> at a: / may appear only once
  | lambda_slash_no_default? lambda_param_no_default* (lambda_slash_with_default | lambda_param_with_default+) a:lambda_param_no_default #> at a: parameter without a default follows parameter with a default
  | lambda_param_no_default* a:'(' ','.NAME+ ','? ')' #> at a: Lambda expression parameters cannot be parenthesized
  | (lambda_slash_no_default | lambda_slash_with_default)? lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a:'/' #> at a: / must be ahead of *
  | lambda_param_maybe_default+ '/' a:'*' #> at a: expected comma between / and *
invalid_lambda_star_etc:
  | '*' (':' | ',' (':' | '**')) #> last: named arguments must follow bare *
  | '*' NAME a:'=' #> at a: var-positional argument cannot have default value
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a:'*' (lambda_param_no_default | ',') #> at a: * argument may appear only once
invalid_lambda_kwds:
  | '**' NAME a:'=' #> at a: var-keyword argument cannot have default value
  | '**' NAME ',' a:NAME #> at a: arguments cannot follow var-keyword argument
  | '**' NAME ',' a:('*' | '**' | '/') #> at a: arguments cannot follow var-keyword argument
invalid_replacement_field:
  | '{' a:'=' #> at a: f-string: valid expression required before '='
  | '{' a:'!' #> at a: f-string: valid expression required before '!'
  | '{' a:':' #> at a: f-string: valid expression required before ':'
  | '{' a:'}' #> at a: f-string: valid expression required before '}'
  | '{' !annotated_rhs #> next: f-string: expecting a valid expression after '{'
  | '{' annotated_rhs !('=' | '!' | ':' | '}') #> next: f-string: expecting '=', or '!', or ':', or '}'
  | '{' annotated_rhs '=' !('!' | ':' | '}') #> next: f-string: expecting '!', or ':', or '}'
  | '{' annotated_rhs '='? invalid_conversion_character
  | '{' annotated_rhs '='? ['!' NAME] !(':' | '}') #> next: f-string: expecting ':' or '}'
  | '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}' #> next: f-string: expecting '}', or format specs
  | '{' annotated_rhs '='? ['!' NAME] !'}' #> next: f-string: expecting '}'
invalid_conversion_character:
  | '!' &(':' | '}') #> next: f-string: missing conversion character
  | '!' !NAME #> next: f-string: invalid conversion character
`;
