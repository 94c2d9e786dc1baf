/** The expressions of Python 3.13 as its parser reads them, with the names by which it calls them. */
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
  | primary &(',' | ')' | ']' | '}' | ':' | '=' | 'if' | 'for' | NEWLINE)
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
  | a:'{' annotated_rhs '='? b:fstring_conversion? fstring_full_format_spec? '}' #> field
  | invalid_replacement_field
fstring_conversion:
  | a:'!' b:NAME #> adjoining
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
  | 'async' 'for' clause_targets 'in' ~ disjunction ('if' disjunction)*
  | 'for' clause_targets 'in' ~ disjunction ('if' disjunction)*
  | invalid_for_if_clause
  | invalid_for_target
clause_targets:
  | &('(' | '[') star_target further_targets
  | unbracketed_targets
further_targets heedless:
  | (',' star_target)* ','?
unbracketed_targets heedless: star_targets
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
`;
