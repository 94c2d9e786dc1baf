/** The names in modules of the standard library, with the versions of Python that have them. */

/**
 * What `dir()` gives in CPython 3.8 to 3.13, and the submodules of packages; `name:10-12` is there from Python 3.10 to 3.12 only, `name:!13` in all but 3.13. What is new
 * in 3.14, or in Windows only, is from Python's documentation. Constants of `os`, `time` and `subprocess` depend on the system: they are left out.
 */
export const NAMES: Readonly<Record<string, string>> = {
  base64:
    'MAXBINSIZE MAXLINESIZE a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode:10- ' +
    'b32hexencode:10- b64decode b64encode b85decode b85encode binascii bytes_types decode decodebytes ' +
    'decodestring:-8 encode encodebytes encodestring:-8 main re standard_b64decode standard_b64encode struct ' +
    'test:-11 urlsafe_b64decode urlsafe_b64encode z85decode:13- z85encode:13-',
  builtins:
    'ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup:11- BlockingIOError ' +
    'BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ' +
    'ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning:10- ' +
    'EnvironmentError Exception ExceptionGroup:11- False FileExistsError FileNotFoundError FloatingPointError ' +
    'FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError IndexError InterruptedError ' +
    'IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None ' +
    'NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning ' +
    'PermissionError ProcessLookupError PythonFinalizationError:13- RecursionError ReferenceError ResourceWarning ' +
    'RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit ' +
    'TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ' +
    'UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs aiter:10- all ' +
    'anext:10- any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright ' +
    'credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr ' +
    'hash help hex id input int isinstance issubclass iter len license list locals map max memoryview min next ' +
    'object oct open ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str ' +
    'sum super tuple type vars zip',
  collections:
    'AsyncGenerator:-9 AsyncIterable:-9 AsyncIterator:-9 Awaitable:-9 ByteString:-9 Callable:-9 ChainMap ' +
    'Collection:-9 Container:-9 Coroutine:-9 Counter Generator:-9 Hashable:-9 ItemsView:-9 Iterable:-9 Iterator:-9 ' +
    'KeysView:-9 Mapping:-9 MappingView:-9 MutableMapping:-9 MutableSequence:-9 MutableSet:-9 OrderedDict ' +
    'Reversible:-9 Sequence:-9 Set:-9 Sized:-9 UserDict UserList UserString ValuesView:-9 abc defaultdict deque ' +
    'namedtuple',
  'collections.abc':
    'ABCMeta:13- AsyncGenerator AsyncIterable AsyncIterator Awaitable Buffer:12- ByteString Callable Collection ' +
    'Container Coroutine EllipsisType:13- FunctionType:13- Generator GenericAlias:13- Hashable ItemsView Iterable ' +
    'Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Reversible Sequence Set Sized ' +
    'ValuesView abstractmethod:13- async_generator:13- bytearray_iterator:13- bytes_iterator:13- coroutine:13- ' +
    'dict_itemiterator:13- dict_items:13- dict_keyiterator:13- dict_keys:13- dict_valueiterator:13- dict_values:13- ' +
    'framelocalsproxy:13- generator:13- list_iterator:13- list_reverseiterator:13- longrange_iterator:13- ' +
    'mappingproxy:13- range_iterator:13- set_iterator:13- str_iterator:13- sys tuple_iterator:13- zip_iterator:13-',
  configparser:
    'BasicInterpolation ConfigParser ConverterMapping DEFAULTSECT DuplicateOptionError DuplicateSectionError Error ' +
    'ExtendedInterpolation Interpolation InterpolationDepthError InterpolationError InterpolationMissingOptionError ' +
    'InterpolationSyntaxError Iterable:13- LegacyInterpolation:-12 MAX_INTERPOLATION_DEPTH MissingSectionHeaderError ' +
    'MultilineContinuationError:13- MutableMapping NoOptionError NoSectionError ParsingError RawConfigParser ' +
    'SafeConfigParser:-11 SectionProxy UNNAMED_SECTION:13- contextlib functools io itertools os re sys types ' +
    'warnings',
  contextlib:
    'AbstractAsyncContextManager AbstractContextManager AsyncContextDecorator:10- AsyncExitStack ContextDecorator ' +
    'ExitStack GenericAlias:9- MethodType abc aclosing:10- asynccontextmanager chdir:11- closing contextmanager ' +
    'deque nullcontext os redirect_stderr redirect_stdout suppress sys wraps',
  copy: 'Error copy deepcopy dispatch_table error replace:13-',
  dataclasses:
    'Field FrozenInstanceError FunctionType:10-12 GenericAlias:9-12 InitVar KW_ONLY:10- MISSING abc asdict astuple ' +
    'builtins:-11 copy dataclass field fields functools inspect is_dataclass itertools keyword make_dataclass re ' +
    'recursive_repr:13- replace sys types',
  datetime: 'MAXYEAR MINYEAR UTC:11- date datetime datetime_CAPI sys time timedelta timezone tzinfo',
  decimal:
    'BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext ' +
    'DivisionByZero DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS ' +
    'Inexact InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ' +
    'ROUND_DOWN ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow ' +
    'getcontext localcontext setcontext IEEEContext:14-',
  enum:
    'CONFORM:11- CONTINUOUS:11- DynamicClassAttribute EJECT:11- Enum EnumCheck:11- EnumDict:13- EnumMeta ' +
    'EnumType:11- Flag FlagBoundary:11- IntEnum IntFlag KEEP:11- MappingProxyType NAMED_FLAGS:11- ReprEnum:11- ' +
    'STRICT:11- StrEnum:11- UNIQUE:11- auto bin:11- bltns:11- global_enum:11- global_enum_repr:11- ' +
    'global_flag_repr:11- global_str:11- member:11- nonmember:11- pickle_by_enum_name:11- pickle_by_global_name:11- ' +
    'property:11- reduce:11-12 show_flag_values:11- sys unique verify:11-',
  functools:
    'GenericAlias:9- RLock WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache:9- cached_property cmp_to_key get_cache_token ' +
    'lru_cache namedtuple partial partialmethod recursive_repr reduce singledispatch singledispatchmethod ' +
    'total_ordering update_wrapper wraps Placeholder:14-',
  importlib:
    'abc find_loader:-11 import_module invalidate_caches machinery metadata readers:10- reload resources simple:11- ' +
    'sys types util warnings',
  'importlib.metadata':
    'Any:13- ConfigParser:-9 Deprecated:10-11 DeprecatedList:10-11 DeprecatedNonAbstract:12- DeprecatedTuple:11-12 ' +
    'Distribution DistributionFinder EntryPoint EntryPoints:10- FastPath FileHash FreezableDefaultDict:10- ' +
    'Iterable:13- List:10- Lookup:10- Mapping:10- Match:13- MetaPathFinder MetadataPathFinder Optional:10- ' +
    'PackageMetadata:10- PackageNotFoundError PackagePath Pair:10- PathDistribution Prepared Sectioned:10- ' +
    'SelectableGroups:10-11 Set:13- SimplePath:10- Union:10-11 abc always_iterable:11- annotations:13- cast:12- ' +
    'collections contextlib csv:-12 diagnose:13- distribution distributions email entry_points files functools ' +
    'import_module inspect:12- io itertools json metadata method_cache:10- operator os packages_distributions:10- ' +
    'pass_none:10- pathlib posixpath re requires starmap suppress sys textwrap:10- types unique_everseen:10- version ' +
    'warnings zipfile',
  'importlib.util':
    'LazyLoader Loader:10- MAGIC_NUMBER abc cache_from_source contextmanager:-11 decode_source find_spec functools ' +
    'module_for_loader:-11 module_from_spec resolve_name set_loader:-11 set_package:-11 source_from_cache ' +
    'source_hash spec_from_file_location spec_from_loader sys types warnings',
  itertools:
    'accumulate batched:12- chain combinations combinations_with_replacement compress count cycle dropwhile ' +
    'filterfalse groupby islice pairwise:10- permutations product repeat starmap takewhile tee zip_longest',
  json:
    'JSONDecodeError JSONDecoder JSONEncoder codecs decoder detect_encoding dump dumps encoder load loads scanner ' +
    'tool',
  logging:
    'BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Filterer Formatter ' +
    'GenericAlias:11- Handler INFO LogRecord Logger LoggerAdapter Manager NOTSET NullHandler PercentStyle ' +
    'PlaceHolder RootLogger StrFormatStyle StreamHandler StringTemplateStyle Template WARN WARNING addLevelName ' +
    'atexit basicConfig captureWarnings collections config critical currentframe debug disable error exception fatal ' +
    'getHandlerByName:12- getHandlerNames:12- getLevelName getLevelNamesMapping:11- getLogRecordFactory getLogger ' +
    'getLoggerClass handlers info io lastResort log logAsyncioTasks:12- logMultiprocessing logProcesses logThreads ' +
    'makeLogRecord os raiseExceptions re root setLogRecordFactory setLoggerClass shutdown sys threading time ' +
    'traceback warn warning warnings weakref',
  'logging.config':
    'BaseConfigurator ConvertingDict ConvertingList ConvertingMixin ConvertingTuple DEFAULT_LOGGING_CONFIG_PORT ' +
    'DictConfigurator IDENTIFIER RESET_ERROR StreamRequestHandler ThreadingTCPServer dictConfig dictConfigClass ' +
    'errno fileConfig functools io listen logging os queue:11- re stopListening struct sys threading traceback ' +
    'valid_ident',
  'logging.handlers':
    'BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT ' +
    'DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler HTTPHandler MemoryHandler NTEventLogHandler ' +
    'QueueHandler QueueListener RotatingFileHandler SMTPHandler ST_DEV:-12 ST_INO:-12 ST_MTIME:-12 SYSLOG_TCP_PORT ' +
    'SYSLOG_UDP_PORT SocketHandler SysLogHandler TimedRotatingFileHandler WatchedFileHandler copy io logging os ' +
    'pickle queue re socket struct threading time',
  math:
    'acos acosh asin asinh atan atan2 atanh cbrt:11- ceil comb copysign cos cosh degrees dist e erf erfc exp ' +
    'exp2:11- expm1 fabs factorial floor fma:13- fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan ' +
    'isqrt lcm:9- ldexp lgamma log log10 log1p log2 modf nan nextafter:9- perm pi pow prod radians remainder sin ' +
    'sinh sqrt sumprod:12- tan tanh tau trunc ulp:9-',
  operator:
    'abs add and_ attrgetter call:11- concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ' +
    'ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter ' +
    'itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub ' +
    'truediv truth xor is_none:14- is_not_none:14-',
  os:
    'DirEntry GenericAlias:9- Mapping:9- MutableMapping PathLike abc abort access altsep chdir chmod chown chroot ' +
    'close closerange confstr confstr_names copy_file_range cpu_count ctermid curdir defpath device_encoding devnull ' +
    'dup dup2 environ environb error eventfd:10- eventfd_read:10- eventfd_write:10- execl execle execlp execlpe ' +
    'execv execve execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode ' +
    'fsencode fspath fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable ' +
    'get_terminal_size getcwd getcwdb getegid getenv getenvb geteuid getgid getgrouplist getgroups getloadavg ' +
    'getlogin getpgid getpgrp getpid getppid getpriority getrandom getresgid getresuid getsid getuid getxattr ' +
    'grantpt:13- initgroups isatty kill killpg lchown linesep link listdir listxattr lockf login_tty:11- lseek lstat ' +
    'major makedev makedirs memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path pathconf ' +
    'pathconf_names pathsep pidfd_open:9- pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt:13- ' +
    'posix_spawn posix_spawnp pread preadv process_cpu_count:13- ptsname:13- putenv pwrite pwritev read readlink ' +
    'readv register_at_fork remove removedirs removexattr rename renames replace rmdir scandir ' +
    'sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam sched_getscheduler sched_param ' +
    'sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler sched_yield sendfile sep set_blocking ' +
    'set_inheritable setegid seteuid setgid setgroups setns:12- setpgid setpgrp setpriority setregid setresgid ' +
    'setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe spawnv spawnve spawnvp spawnvpe ' +
    'splice:10- st stat stat_result statvfs statvfs_result strerror supports_bytes_environ supports_dir_fd ' +
    'supports_effective_ids supports_fd supports_follow_symlinks symlink sync sys sysconf sysconf_names system ' +
    'tcgetpgrp tcsetpgrp terminal_size timerfd_create:13- timerfd_gettime:13- timerfd_gettime_ns:13- ' +
    'timerfd_settime:13- timerfd_settime_ns:13- times times_result truncate ttyname umask uname uname_result unlink ' +
    'unlockpt:13- unsetenv unshare:12- urandom utime wait wait3 wait4 waitid waitid_result waitpid ' +
    'waitstatus_to_exitcode:9- walk write writev startfile add_dll_directory reload_environ:14- readinto:14-',
  'os.path':
    'abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars ' +
    'extsep genericpath getatime getctime getmtime getsize isabs isdevdrive:13- isdir isfile isjunction:12- islink ' +
    'ismount join lexists normcase normpath os pardir pathsep realpath relpath samefile sameopenfile samestat sep ' +
    'split splitdrive splitext splitroot:12- stat supports_unicode_filenames sys',
  pathlib:
    'EBADF:-12 EINVAL:-10 ELOOP:-12 ENOENT:-12 ENOTDIR:-12 Path PosixPath PurePath PurePosixPath PureWindowsPath ' +
    'S_ISBLK:-12 S_ISCHR:-12 S_ISDIR:-12 S_ISFIFO:-12 S_ISLNK:-12 S_ISREG:-12 S_ISSOCK:-12 Sequence:-12 ' +
    'UnsupportedOperation:13- WindowsPath attrgetter:-11 fnmatch:!13 functools:!13 io:!13 nt:-9 ntpath:!13 os:!13 posixpath:!13 re:!13 ' +
    'supports_symlinks:-9 sys:!13 urlquote_from_bytes:-12 warnings:!13 types:14-',
  platform:
    'AndroidVer:13- IOSVersionInfo:13- android_ver:13- architecture collections freedesktop_os_release:10- functools ' +
    'ios_ver:13- itertools java_ver libc_ver mac_ver machine node os platform processor python_branch python_build ' +
    'python_compiler python_implementation python_revision python_version python_version_tuple re release ' +
    'subprocess:9-10 sys system system_alias uname uname_result version win32_edition win32_is_iot win32_ver',
  random:
    'BPF LOG4 NV_MAGICCONST RECIP_BPF Random SG_MAGICCONST SystemRandom TWOPI betavariate binomialvariate:12- choice ' +
    'choices expovariate gammavariate gauss getrandbits getstate lognormvariate main:13- normalvariate paretovariate ' +
    'randbytes:9- randint random randrange sample seed setstate shuffle triangular uniform vonmisesvariate ' +
    'weibullvariate',
  re:
    'A ASCII DEBUG DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG:11- Pattern PatternError:13- RegexFlag S ' +
    'Scanner T:-12 TEMPLATE:-12 U UNICODE VERBOSE X compile copyreg enum error escape findall finditer fullmatch ' +
    'functools match purge search split sre_compile:-10 sre_parse:-10 sub subn template:-12',
  secrets:
    'DEFAULT_ENTROPY SystemRandom base64 binascii choice compare_digest os randbelow randbits token_bytes token_hex ' +
    'token_urlsafe',
  shlex: 'StringIO deque join os quote re shlex split sys',
  shutil:
    'COPY_BUFSIZE Error ExecError ReadError RegistryError SameFileError SpecialFileError chown collections copy ' +
    'copy2 copyfile copyfileobj copymode copystat copytree disk_usage errno fnmatch get_archive_formats ' +
    'get_terminal_size get_unpack_formats getgrnam:-9 getpwnam:-9 ignore_patterns make_archive move nt os posix ' +
    'register_archive_format register_unpack_format rmtree stat sys unpack_archive unregister_archive_format ' +
    'unregister_unpack_format warnings which',
  string:
    'Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable ' +
    'punctuation whitespace templatelib:14-',
  subprocess:
    'CalledProcessError CompletedProcess Popen SubprocessError TimeoutExpired builtins call check_call check_output ' +
    'contextlib errno fcntl:10- getoutput getstatusoutput grp:9-9 io list2cmdline locale:11- os pwd:9-9 run select ' +
    'selectors signal sys threading time types warnings STARTUPINFO STARTF_USESTDHANDLES',
  sys:
    'abiflags activate_stack_trampoline:12- addaudithook api_version argv audit base_exec_prefix base_prefix ' +
    'breakpointhook builtin_module_names byteorder call_tracing callstats:-8 copyright ' +
    'deactivate_stack_trampoline:12- displayhook dont_write_bytecode exc_info excepthook exception:11- exec_prefix ' +
    'executable exit flags float_info float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth ' +
    'get_int_max_str_digits getallocatedblocks getcheckinterval:-8 getdefaultencoding getdlopenflags ' +
    'getfilesystemencodeerrors getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof ' +
    'getswitchinterval gettrace getunicodeinternedsize:12- hash_info hexversion implementation int_info intern ' +
    'is_finalizing is_stack_trampoline_active:12- maxsize maxunicode meta_path modules monitoring:12- orig_argv:10- ' +
    'path path_hooks path_importer_cache platform platlibdir:9- prefix pycache_prefix set_asyncgen_hooks ' +
    'set_coroutine_origin_tracking_depth set_int_max_str_digits setcheckinterval:-8 setdlopenflags setprofile ' +
    'setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names:10- stdout thread_info ' +
    'unraisablehook version version_info warnoptions getwindowsversion winver dllhandle remote_exec:14- ' +
    'is_remote_debug_enabled:14-',
  tempfile:
    'NamedTemporaryFile SpooledTemporaryFile TMP_MAX TemporaryDirectory TemporaryFile gettempdir gettempdirb ' +
    'gettempprefix gettempprefixb mkdtemp mkstemp mktemp tempdir template',
  textwrap: 'TextWrapper dedent fill indent re shorten wrap',
  time:
    'altzone asctime clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns ctime daylight ' +
    'get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time ' +
    'process_time_ns pthread_getcpuclockid sleep strftime strptime struct_time thread_time thread_time_ns time ' +
    'time_ns timezone tzname tzset',
  tomllib: 'TOMLDecodeError load loads',
  typing:
    'ABCMeta AbstractSet Annotated:9- Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator ' +
    'Awaitable BinaryIO ByteString CT_co Callable ChainMap ClassVar Collection Concatenate:10- Container ' +
    'ContextManager Coroutine Counter DefaultDict Deque Dict EXCLUDED_ATTRIBUTES Final ForwardRef FrozenSet ' +
    'Generator Generic GenericAlias:9- Hashable IO ItemsView Iterable Iterator KT KeysView List Literal ' +
    'LiteralString:11- Mapping MappingView Match MethodDescriptorType MethodWrapperType MutableMapping ' +
    'MutableSequence MutableSet NamedTuple NamedTupleMeta Never:11- NewType NoDefault:13- NoReturn NotRequired:11- ' +
    'Optional OrderedDict ParamSpec:10- ParamSpecArgs:10- ParamSpecKwargs:10- Pattern Protocol ReadOnly:13- ' +
    'Required:11- Reversible Self:11- Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat ' +
    'SupportsIndex SupportsInt SupportsRound T TYPE_CHECKING T_co T_contra Text TextIO Tuple Type TypeAlias:10- ' +
    'TypeAliasType:12- TypeGuard:10- TypeIs:13- TypeVar TypeVarTuple:11- TypedDict Union Unpack:11- VT VT_co V_co ' +
    'ValuesView WrapperDescriptorType abstractmethod assert_never:11- assert_type:11- cast clear_overloads:11- ' +
    'collections contextlib copyreg:12- dataclass_transform:11- defaultdict:11- final functools get_args get_origin ' +
    'get_overloads:11- get_protocol_members:13- get_type_hints io is_protocol:13- is_typeddict:10- no_type_check ' +
    'no_type_check_decorator operator overload override:12- re reveal_type:11- runtime_checkable stdlib_re:-12 sys ' +
    'types warnings evaluate_forward_ref:14-',
  urllib: 'error parse request response robotparser',
  'urllib.parse':
    'DefragResult DefragResultBytes MAX_CACHE_SIZE:-10 ParseResult ParseResultBytes Quoter:-10 ResultBase ' +
    'SplitResult SplitResultBytes clear_cache collections functools ipaddress:11- math namedtuple non_hierarchical ' +
    'parse_qs parse_qsl quote quote_from_bytes quote_plus re scheme_chars splitattr splithost splitnport splitpasswd ' +
    'splitport splitquery splittag splittype splituser splitvalue sys to_bytes types unquote unquote_plus ' +
    'unquote_to_bytes unwrap urldefrag urlencode urljoin urlparse urlsplit urlunparse urlunsplit uses_fragment ' +
    'uses_netloc uses_params uses_query uses_relative warnings',
  uuid:
    'Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS ' +
    'RFC_4122 SafeUUID UUID bytes_ getnode int_ main:12- os platform:-12 sys uuid1 uuid3 uuid4 uuid5 uuid6:14- ' +
    'uuid7:14- uuid8:14- NIL:14- MAX:14-',
  warnings:
    'WarningMessage catch_warnings defaultaction deprecated:13- filters filterwarnings formatwarning onceregistry ' +
    'resetwarnings showwarning simplefilter sys warn warn_explicit',
  abc:
    'ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token ' +
    'update_abstractmethods:10-',
  csv:
    'Dialect DictReader DictWriter Error QUOTE_ALL QUOTE_MINIMAL QUOTE_NONE QUOTE_NONNUMERIC ' +
    'QUOTE_NOTNULL:12- QUOTE_STRINGS:12- Sniffer StringIO excel excel_tab field_size_limit get_dialect ' +
    'list_dialects re reader register_dialect types:12- unix_dialect unregister_dialect writer',
  email:
    'base64mime charset contentmanager encoders errors feedparser generator header headerregistry ' +
    'iterators message message_from_binary_file message_from_bytes message_from_file message_from_string ' +
    'mime parser policy quoprimime utils',
  gettext:
    'Catalog GNUTranslations NullTranslations bind_textdomain_codeset:-10 bindtextdomain c2py dgettext ' +
    'dngettext dnpgettext dpgettext find gettext install ldgettext:-10 ldngettext:-10 lgettext:-10 ' +
    'lngettext:-10 locale:-8 ngettext npgettext operator:11- os pgettext re sys textdomain translation',
  hashlib:
    'algorithms_available algorithms_guaranteed blake2b blake2s file_digest:11- md5 new pbkdf2_hmac ' +
    'scrypt sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256',
  http: 'HTTPMethod:11- HTTPStatus IntEnum StrEnum:11- client cookiejar cookies server',
  smtplib:
    'CRLF LMTP LMTP_PORT OLDSTYLE_AUTH SMTP SMTPAuthenticationError SMTPConnectError SMTPDataError ' +
    'SMTPException SMTPHeloError SMTPNotSupportedError SMTPRecipientsRefused SMTPResponseException ' +
    'SMTPSenderRefused SMTPServerDisconnected SMTP_PORT SMTP_SSL SMTP_SSL_PORT bCRLF base64 copy datetime ' +
    'email encode_base64 hmac io quoteaddr quotedata re socket ssl sys',
  threading:
    'Barrier BoundedSemaphore BrokenBarrierError Condition Event ExceptHookArgs Lock RLock Semaphore ' +
    'TIMEOUT_MAX Thread ThreadError Timer WeakSet activeCount active_count currentThread current_thread ' +
    'enumerate excepthook functools:9-12 get_ident get_native_id getprofile:10- gettrace:10- local ' +
    'main_thread setprofile setprofile_all_threads:12- settrace settrace_all_threads:12- stack_size ' +
    'warnings:13-',
  traceback:
    'ANSIColors:13- BUILTIN_EXCEPTION_LIMIT:13- FrameSummary StackSummary TracebackException clear_frames ' +
    'collections extract_stack extract_tb format_exc format_exception format_exception_only format_list ' +
    'format_stack format_tb itertools linecache print_exc print_exception print_last print_list ' +
    'print_stack print_tb suppress:11- sys textwrap:11- walk_stack walk_tb warnings:13-',
  types:
    'AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CellType ClassMethodDescriptorType CodeType ' +
    'CoroutineType DynamicClassAttribute EllipsisType:10- FrameType FunctionType GeneratorType ' +
    'GenericAlias:9- GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType ' +
    'MethodDescriptorType MethodType MethodWrapperType ModuleType NoneType:10- NotImplementedType:10- ' +
    'SimpleNamespace TracebackType UnionType:10- WrapperDescriptorType coroutine get_original_bases:12- ' +
    'new_class prepare_class resolve_bases CapsuleType:13-',
  xml: 'dom etree parsers sax',
  zoneinfo: 'InvalidTZPathWarning TZPATH ZoneInfo ZoneInfoNotFoundError available_timezones reset_tzpath',
};
