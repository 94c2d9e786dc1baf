/** What the parser of Python 3.13 says of expressions that are wrong. */
export const expressionMistakes = `
invalid_arguments:
  | ((','.(starred_expression | (assignment_expression | expression !':=') !'=')+ ',' kwargs) | kwargs) a:',' ','.(starred_expression !'=')+ #> at a: iterable argument unpacking follows keyword argument unpacking
  | a:expression mistaken_clauses ',' [args | expression mistaken_clauses] #> at a: Generator expression must be parenthesized
  | a:NAME '=' expression mistaken_clauses #> at a: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
  | [args ','] a:NAME '=' &(',' | ')') #> at a: expected argument value expression
  | a:args mistaken_clauses #> generator a
  | args ',' a:expression mistaken_clauses #> at a: Generator expression must be parenthesized
  | a:args ',' args #> positional a
invalid_kwarg:
  | a:('True' | 'False' | 'None') '=' #> at a: cannot assign to {a}
  | a:NAME '=' expression mistaken_clauses #> at a: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
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
  | ('[' | '(' | '{') a:starred_expression mistaken_clauses #> at a: iterable unpacking cannot be used in comprehension
  | ('[' | '{') a:star_named_expression ',' star_named_expressions mistaken_clauses #> at a: did you forget parentheses around the comprehension target?
  | ('[' | '{') a:star_named_expression ',' mistaken_clauses #> at a: did you forget parentheses around the comprehension target?
invalid_dict_comprehension:
  | '{' a:'**' bitwise_or mistaken_clauses '}' #> at a: dict unpacking cannot be used in dict comprehension
mistaken_clauses: mistaken_clause+
mistaken_clause:
  | 'async'? 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
  | invalid_for_if_clause
  | invalid_for_target
invalid_for_if_clause:
  | 'async'? 'for' for_variables !'in' #> last: 'in' expected after for-loop variables
for_variables heedless:
  | bitwise_or (',' bitwise_or)* ','?
  | ('+' | '-' | '~' | 'await')* atom
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
