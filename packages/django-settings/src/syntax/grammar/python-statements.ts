/**
 * The statements of Python 3.13 as its parser reads them, and what it says of those that are wrong. Rules that are named for a mistake
 * are followed only when the file has been refused, in a second reading; `#>` says what is told, and of which place.
 */
export const statementRules = `
file: statements? ENDMARKER
eval: expressions NEWLINE* ENDMARKER
statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts:
  | simple_stmt !';' NEWLINE
  | ';'.simple_stmt+ ';'? NEWLINE
simple_stmt memo:
  | assignment
  | &"type" type_alias
  | star_expressions
  | 'return' star_expressions?
  | &('import' | 'from') import_stmt
  | &'raise' raise_stmt
  | 'pass'
  | &'del' del_stmt
  | &'yield' yield_expr
  | &'assert' assert_stmt
  | 'break'
  | 'continue'
  | 'global' ','.NAME+
  | 'nonlocal' ','.NAME+
compound_stmt:
  | &('def' | '@' | 'async') function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | 'async') with_stmt
  | &('for' | 'async') for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt
assignment:
  | NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ annotated_rhs !'='
  | single_target augassign ~ annotated_rhs
  | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
raise_stmt:
  | 'raise' expression ['from' expression]
  | 'raise'
del_stmt:
  | 'del' del_targets &(';' | NEWLINE)
  | invalid_del_stmt
assert_stmt: 'assert' expression [',' expression]
import_stmt memo:
  | invalid_import
  | 'import' ','.dotted_as_name+
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets:
  | '(' import_from_as_names ','? ')'
  | import_from_as_names !','
  | '*'
  | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: NAME ['as' NAME]
dotted_as_name: dotted_name ['as' NAME]
dotted_name recursive:
  | dotted_name '.' NAME
  | NAME
block memo:
  | NEWLINE INDENT statements DEDENT
  | simple_stmts
  | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def:
  | decorators class_def_raw
  | class_def_raw
class_def_raw:
  | invalid_class_def_raw
  | 'class' NAME type_params? ['(' arguments? ')'] ':' block
function_def:
  | decorators function_def_raw
  | function_def_raw
function_def_raw:
  | invalid_def_raw
  | 'def' NAME type_params? &&'(' params? ')' ['->' expression] &&':' block
  | 'async' 'def' NAME type_params? &&'(' params? ')' ['->' expression] &&':' block
params:
  | invalid_parameters
  | parameters
parameters:
  | slash_no_default param_no_default* param_with_default* star_etc?
  | slash_with_default param_with_default* star_etc?
  | param_no_default+ param_with_default* star_etc?
  | param_with_default+ star_etc?
  | star_etc
slash_no_default:
  | param_no_default+ '/' ','
  | param_no_default+ '/' &')'
slash_with_default:
  | param_no_default* param_with_default+ '/' ','
  | param_no_default* param_with_default+ '/' &')'
star_etc:
  | invalid_star_etc
  | '*' param_no_default param_maybe_default* kwds?
  | '*' param_no_default_star_annotation param_maybe_default* kwds?
  | '*' ',' param_maybe_default+ kwds?
  | kwds
kwds:
  | invalid_kwds
  | '**' param_no_default
param_no_default:
  | param ','
  | param &')'
param_no_default_star_annotation:
  | NAME ':' star_expression ','
  | NAME ':' star_expression &')'
param_with_default:
  | param default ','
  | param default &')'
param_maybe_default:
  | param default? ','
  | param default? &')'
param: NAME [':' expression]
default:
  | '=' expression
  | invalid_default
if_stmt:
  | invalid_if_stmt
  | 'if' named_expression ':' block elif_stmt
  | 'if' named_expression ':' block else_block?
elif_stmt:
  | invalid_elif_stmt
  | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block else_block?
else_block:
  | invalid_else_stmt
  | 'else' &&':' block
while_stmt:
  | invalid_while_stmt
  | 'while' named_expression ':' block else_block?
for_stmt:
  | invalid_for_stmt
  | 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block else_block?
  | invalid_for_target
with_stmt:
  | invalid_with_stmt_indent
  | 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'with' ','.with_item+ ':' block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'async' 'with' ','.with_item+ ':' block
  | invalid_with_stmt
with_item:
  | expression 'as' star_target &(',' | ')' | ':')
  | invalid_with_item
  | expression
try_stmt:
  | invalid_try_stmt
  | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ else_block? finally_block?
  | 'try' &&':' block except_star_block+ else_block? finally_block?
except_block:
  | invalid_except_stmt_indent
  | 'except' expression ['as' NAME] ':' block
  | 'except' ':' block
  | invalid_except_stmt
except_star_block:
  | invalid_except_star_stmt_indent
  | 'except' '*' expression ['as' NAME] ':' block
  | invalid_except_stmt
finally_block:
  | invalid_finally_stmt
  | 'finally' &&':' block
type_alias: "type" NAME type_params? '=' expression
type_params:
  | invalid_type_params
  | '[' ','.type_param+ ','? ']'
type_param memo:
  | NAME [':' expression] ['=' expression]
  | invalid_type_param
  | '*' NAME ['=' star_expression]
  | '**' NAME ['=' expression]

invalid_assignment:
  | a:invalid_ann_assign_target ':' expression #> at a: only single target (not {a}) can be annotated
  | a:star_named_expression ',' star_named_expressions* ':' expression #> at a: only single target (not tuple) can be annotated
  | a:expression ':' expression #> at a: illegal target for annotation
  | (star_targets '=')* a:star_expressions '=' #> assigned a
  | (star_targets '=')* a:yield_expr '=' #> at a: assignment to yield expression not possible
  | a:star_expressions augassign annotated_rhs #> at a: '{a}' is an illegal expression for augmented assignment
invalid_ann_assign_target:
  | list
  | tuple
  | '(' a:invalid_ann_assign_target ')' #> give a
invalid_del_stmt:
  | 'del' a:star_expressions #> deleted a
invalid_block:
  | NEWLINE !INDENT #> indent: expected an indented block
invalid_import:
  | a:'import' ','.dotted_name+ 'from' dotted_name #> at a: Did you mean to use 'from ... import ...' instead?
  | 'import' a:NEWLINE #> at a: Expected one or more names after 'import'
invalid_import_from_targets:
  | import_from_as_names ',' NEWLINE #> last: trailing comma not allowed without surrounding parentheses
  | a:NEWLINE #> at a: Expected one or more names after 'import'
invalid_parameters:
  | a:'/' ',' #> at a: at least one argument must precede /
  | (slash_no_default | slash_with_default) param_maybe_default* a:'/' #> at a: / may appear only once
  | slash_no_default? param_no_default* (slash_with_default | param_with_default+) a:param_no_default #> at a: parameter without a default follows parameter with a default
  | param_no_default* a:'(' param_no_default+ ','? ')' #> at a: Function parameters cannot be parenthesized
  | (slash_no_default | slash_with_default)? param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a:'/' #> at a: / must be ahead of *
  | param_maybe_default+ '/' a:'*' #> at a: expected comma between / and *
invalid_default:
  | a:'=' &(')' | ',') #> at a: expected default value expression
invalid_star_etc:
  | a:'*' (')' | ',' (')' | '**')) #> at a: named arguments must follow bare *
  | '*' param a:'=' #> at a: var-positional argument cannot have default value
  | '*' (param_no_default | ',') param_maybe_default* a:'*' (param_no_default | ',') #> at a: * argument may appear only once
invalid_kwds:
  | '**' param a:'=' #> at a: var-keyword argument cannot have default value
  | '**' param ',' a:param #> at a: arguments cannot follow var-keyword argument
  | '**' param ',' a:('*' | '**' | '/') #> at a: arguments cannot follow var-keyword argument
invalid_with_item:
  | expression 'as' a:expression &(',' | ')' | ':') #> assigned a
invalid_for_target:
  | 'async'? 'for' a:star_expressions #> looped a
invalid_with_stmt:
  | 'async'? 'with' ','.(expression ['as' star_target])+ NEWLINE #> last: expected ':'
  | 'async'? 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE #> last: expected ':'
invalid_with_stmt_indent:
  | 'async'? a:'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT #> indent: expected an indented block after 'with' statement on line {a.line}
  | 'async'? a:'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT #> indent: expected an indented block after 'with' statement on line {a.line}
invalid_try_stmt:
  | a:'try' ':' NEWLINE !INDENT #> indent: expected an indented block after 'try' statement on line {a.line}
  | 'try' ':' block !('except' | 'finally') #> last: expected 'except' or 'finally' block
  | 'try' ':' block* except_block+ a:'except' '*' expression ['as' NAME] ':' #> at a: cannot have both 'except' and 'except*' on the same 'try'
  | 'try' ':' block* except_star_block+ a:'except' [expression ['as' NAME]] ':' #> at a: cannot have both 'except' and 'except*' on the same 'try'
invalid_except_stmt:
  | 'except' '*'? a:expression ',' expressions ['as' NAME] ':' #> at a: multiple exception types must be parenthesized
  | 'except' '*'? expression ['as' NAME] NEWLINE #> last: expected ':'
  | 'except' NEWLINE #> last: expected ':'
  | 'except' '*' (NEWLINE | ':') #> last: expected one or more exception types
invalid_finally_stmt:
  | a:'finally' ':' NEWLINE !INDENT #> indent: expected an indented block after 'finally' statement on line {a.line}
invalid_except_stmt_indent:
  | a:'except' expression ['as' NAME] ':' NEWLINE !INDENT #> indent: expected an indented block after 'except' statement on line {a.line}
  | a:'except' ':' NEWLINE !INDENT #> indent: expected an indented block after 'except' statement on line {a.line}
invalid_except_star_stmt_indent:
  | a:'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT #> indent: expected an indented block after 'except*' statement on line {a.line}
invalid_if_stmt:
  | 'if' named_expression NEWLINE #> last: expected ':'
  | a:'if' named_expression ':' NEWLINE !INDENT #> indent: expected an indented block after 'if' statement on line {a.line}
invalid_elif_stmt:
  | 'elif' named_expression NEWLINE #> last: expected ':'
  | a:'elif' named_expression ':' NEWLINE !INDENT #> indent: expected an indented block after 'elif' statement on line {a.line}
invalid_else_stmt:
  | a:'else' ':' NEWLINE !INDENT #> indent: expected an indented block after 'else' statement on line {a.line}
invalid_while_stmt:
  | 'while' named_expression NEWLINE #> last: expected ':'
  | a:'while' named_expression ':' NEWLINE !INDENT #> indent: expected an indented block after 'while' statement on line {a.line}
invalid_for_stmt:
  | 'async'? 'for' star_targets 'in' star_expressions NEWLINE #> last: expected ':'
  | 'async'? a:'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT #> indent: expected an indented block after 'for' statement on line {a.line}
invalid_def_raw:
  | 'async'? a:'def' NAME type_params? '(' params? ')' ['->' expression] ':' NEWLINE !INDENT #> indent: expected an indented block after function definition on line {a.line}
invalid_class_def_raw:
  | 'class' NAME type_params? ['(' arguments? ')'] NEWLINE #> last: expected ':'
  | a:'class' NAME type_params? ['(' arguments? ')'] ':' NEWLINE !INDENT #> indent: expected an indented block after class definition on line {a.line}
invalid_type_params:
  | '[' a:']' #> at a: Type parameter list cannot be empty
invalid_type_param:
  | '*' NAME a:':' b:expression #> bound TypeVarTuple
  | '**' NAME a:':' b:expression #> bound ParamSpec
`;
