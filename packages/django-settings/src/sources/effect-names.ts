/** What calls are known to change nothing, and which are known to change something, by their names. */

/** Methods that read, whatever they are called on: texts, lists, dictionaries, querysets, requests, forms, dates. */
const reading =
  /^(get|getlist|get_or_none|items|keys|values|values_list|filter|exclude|all|first|last|count|exists|order_by|annotate|alias|aggregate|select_related|prefetch_related|distinct|none|only|defer|in_bulk|latest|earliest|iterator|using|index|copy|strip|lstrip|rstrip|split|rsplit|splitlines|partition|rpartition|lower|upper|title|capitalize|casefold|replace|startswith|endswith|removeprefix|removesuffix|join|format|encode|decode|zfill|ljust|rjust|isdigit|isnumeric|isalpha|isalnum|find|rfind|translate|strftime|isoformat|strptime|date|time|timestamp|now|today|days|total_seconds|hexdigest|digest|group|groups|groupdict|match|search|fullmatch|findall|finditer|sub|is_valid|is_authenticated|get_full_name|get_short_name|get_username|has_perm|has_perms|check_password|get_absolute_url|get_full_path|build_absolute_uri|get_host|is_secure|is_ajax|get_page|page|read|readline|readlines|seek|info|debug|warning|warn|error|exception|critical|log|success|as_view|is_file|is_dir|resolve|with_suffix|union|intersection|difference|issubset|most_common|elements|as_p|as_json|json|dict|add_error|setLevel|getLogger|quantize|to_dict|model_to_dict)$|^get_[a-z_]+_display$/;

/** Methods that change what they are called on, which matters only where that outlives the request. */
const inPlace =
  /^(append|extend|insert|pop|popitem|popleft|appendleft|setdefault|discard|sort|reverse|write|writerow|writerows|writeheader)$/;

/** The same of a set and a dictionary, and of rows. */
const adding = /^(update|add|remove|clear)$/;

/** Methods that change what outlives the request: rows, files, mails, sessions, jobs. */
const writing =
  /^(save|save_m2m|asave|create|acreate|get_or_create|update_or_create|bulk_create|bulk_update|delete|adelete|send|send_mail|send_messages|email_user|delay|apply_async|write_text|write_bytes|unlink|mkdir|rmdir|rename|set_cookie|delete_cookie|flush|cycle_key|execute|executemany|callproc|commit|publish|enqueue|upload|upload_file|upload_fileobj|put_object)$/;

/** How a method of any object is taken by its name; `undefined` where the name says nothing. */
export function methodKind(name: string): 'reads' | 'in-place' | 'adds' | 'writes' | undefined {
  if (reading.test(name)) return 'reads';
  if (inPlace.test(name)) return 'in-place';
  if (adding.test(name)) return 'adds';
  return writing.test(name) ? 'writes' : undefined;
}

/** Python's own functions that change nothing outside of what they return. */
const builtin =
  /^(abs|all|any|bool|bytes|callable|chr|dict|divmod|enumerate|filter|float|format|frozenset|getattr|hasattr|hash|id|int|isinstance|issubclass|iter|len|list|map|max|min|next|object|ord|pow|print|range|repr|reversed|round|set|slice|sorted|str|sum|super|tuple|type|zip|[A-Z]\w*(Error|Exception|Warning))$/;

export const isHarmlessBuiltin = (name: string): boolean => builtin.test(name);

/** Functions and classes of Python, Django and DRF that change nothing that outlives the request. */
const harmless =
  /^(json\.(loads|dumps|JSONDecodeError)|math\.|decimal\.|datetime\.|calendar\.|time\.(time|monotonic|perf_counter)|re\.|string\.|uuid\.|base64\.|hashlib\.|hmac\.|secrets\.|random\.|statistics\.|collections\.|itertools\.|operator\.|copy\.|textwrap\.|html\.|io\.(StringIO|BytesIO)|csv\.|urllib\.parse\.|pathlib\.(Path|PurePath)|os\.(path\.|environ\.get|getenv|getcwd|listdir)|logging\.|typing\.|dataclasses\.|traceback\.|django\.http\.|django\.shortcuts\.|django\.urls\.|django\.utils\.|django\.conf\.|django\.contrib\.messages\.|django\.contrib\.auth\.(authenticate|get_user|get_user_model)$|django\.core\.(paginator|exceptions|serializers|validators|signing)\.|django\.db\.models\.(?!.*\.(save|delete)$)|django\.template\.|django\.middleware\.csrf\.get_token|rest_framework\.(response|status|exceptions)\.)/;

/** Functions and classes of Python's standard library that only work out what they return. */
const computing =
  /^((ast\.literal_eval|bisect\.bisect(_left|_right)?|codecs\.(encode|decode)|contextlib\.(suppress|closing|nullcontext)|email\.utils\.\w+|functools\.cmp_to_key|heapq\.(nlargest|nsmallest|merge)|mimetypes\.guess_\w+|os\.(cpu_count|fspath|getpid|scandir|stat|urandom|walk)|pprint\.pformat|shlex\.(split|quote|join)|struct\.(pack|unpack|unpack_from|iter_unpack|calcsize)|time\.(sleep|gmtime|localtime|mktime|strftime|strptime|\w+_ns|process_time)|tomllib\.loads|xml\.sax\.saxutils\.(un)?escape|zlib\.(compress|decompress|crc32|adler32))$|(binascii|cmath|colorsys|difflib|enum|fnmatch|fractions|http\.HTTPStatus|ipaddress|keyword|numbers|platform|stringprep|types|unicodedata|zoneinfo)(\.|$))/;

/** Those that certainly change something: who is signed in, files, other programs, mails. */
const changing =
  /^(django\.contrib\.auth\.(login|logout|update_session_auth_hash)$|django\.core\.mail\.|django\.core\.management\.call_command|subprocess\.|shutil\.(?!which)|os\.(remove|unlink|rename|replace|mkdir|makedirs|rmdir|system|popen|kill)$)/;

/** What a call of a package's function or class does; `undefined` where that is not known. */
export function foreignKind(name: string): 'reads' | 'writes' | undefined {
  if (changing.test(name)) return 'writes';
  return harmless.test(name) || computing.test(name) ? 'reads' : undefined;
}
