/** What `from module import *` binds, of modules that are modelled in part only. */

/**
 * CPython 3.8 to 3.13 and Django 3.2 to 6.1, all that any of them binds, as recorded by running the statement; of the other packages
 * the release that the models are made after.
 */
const NAMES: Readonly<Record<string, string>> = {
  abc:
    'ABC ABCMeta abstractclassmethod abstractmethod abstractproperty abstractstaticmethod get_cache_token ' +
    'update_abstractmethods',
  base64:
    'a85decode a85encode b16decode b16encode b32decode b32encode b32hexdecode b32hexencode b64decode b64encode ' +
    'b85decode b85encode decode decodebytes encode encodebytes standard_b64decode standard_b64encode ' +
    'urlsafe_b64decode urlsafe_b64encode z85decode z85encode',
  collections: 'ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple',
  configurations: 'Configuration pristinemethod',
  'configurations.values':
    'BackendsValue BooleanValue CacheURLValue CastingMixin DatabaseURLValue DecimalValue DictBackendMixin DictValue ' +
    'EmailURLValue EmailValue FloatValue IPValue ImproperlyConfigured IntegerValue ListValue MultipleMixin ' +
    'PathValue PositiveIntegerValue RegexValue SearchURLValue SecretValue SequenceValue SetValue ' +
    'SingleNestedListValue SingleNestedSequenceValue SingleNestedTupleValue TupleValue URLValue ValidationError ' +
    'ValidationMixin Value ast copy decimal getargspec import_string os setup_value sys validators',
  contextlib:
    'AbstractAsyncContextManager AbstractContextManager AsyncExitStack ContextDecorator ExitStack aclosing ' +
    'asynccontextmanager chdir closing contextmanager nullcontext redirect_stderr redirect_stdout suppress',
  copy: 'Error copy deepcopy replace',
  dataclasses:
    'Field FrozenInstanceError InitVar KW_ONLY MISSING asdict astuple dataclass field fields is_dataclass ' +
    'make_dataclass replace',
  datetime: 'MAXYEAR MINYEAR UTC date datetime datetime_CAPI sys time timedelta timezone tzinfo',
  decouple:
    'AutoConfig Choices Config ConfigParser Csv DEFAULT_ENCODING FALSE_VALUES OrderedDict PYVERSION RepositoryEmpty ' +
    'RepositoryEnv RepositoryIni RepositorySecret TRUE_VALUES Undefined UndefinedValueError config open os ' +
    'read_config shlex string strtobool sys text_type undefined',
  dj_database_url:
    'Any Callable DBConfig DEFAULT_ENV ENGINE_SCHEMES Engine OptionType ParseError PostprocessCallable TypedDict ' +
    'UnknownSchemeError apply_current_schema apply_ssl_ca config default_postprocess default_to_in_memory_db ' +
    'logging os parse register stringify_port urlparse',
  'django.conf.urls': 'handler400 handler403 handler404 handler500 include',
  'django.contrib.messages':
    'DEBUG DEFAULT_LEVELS DEFAULT_TAGS ERROR INFO Message MessageFailure SUCCESS WARNING add_message api constants ' +
    'debug error get_level get_messages info set_level storage success utils warning',
  'django.contrib.messages.constants': 'DEBUG DEFAULT_LEVELS DEFAULT_TAGS ERROR INFO SUCCESS WARNING',
  'django.core.exceptions':
    'AppRegistryNotReady BadRequest DisallowedHost DisallowedRedirect EmptyResultSet FieldDoesNotExist FieldError ' +
    'FieldFetchBlocked FullResultSet ImproperlyConfigured MiddlewareNotUsed MultipleObjectsReturned ' +
    'NON_FIELD_ERRORS ObjectDoesNotExist ObjectNotUpdated PermissionDenied RequestAborted RequestDataTooBig ' +
    'SuspiciousFileOperation SuspiciousMultipartForm SuspiciousOperation SynchronousOnlyOperation TooManyFieldsSent ' +
    'TooManyFilesSent ValidationError ViewDoesNotExist make_hashable operator',
  'django.urls':
    'LocalePrefixPattern NoReverseMatch Resolver404 ResolverMatch URLPattern URLResolver clear_script_prefix ' +
    'clear_url_caches get_callable get_mod_func get_ns_resolver get_resolver get_script_prefix get_urlconf include ' +
    'is_valid_path path re_path register_converter resolve reverse reverse_lazy set_script_prefix set_urlconf ' +
    'translate_url',
  'django.utils.functional':
    'LazyObject Promise SimpleLazyObject cached_property classproperty copy empty itertools keep_lazy ' +
    'keep_lazy_text lazy lazystr new_method_proxy operator partition total_ordering unpickle_lazyobject warnings ' +
    'wraps',
  'django.utils.log':
    'AdminEmailHandler CallbackFilter DEFAULT_LOGGING ImproperlyConfigured RemovedInDjango70Warning ' +
    'RequireDebugFalse RequireDebugTrue ServerFormatter color_style configure_logging copy django_file_prefixes ' +
    'get_connection import_string log_message log_response logging mail request_logger settings warnings',
  'django.utils.translation':
    'LANGUAGE_SESSION_KEY activate check_for_language deactivate deactivate_all get_language get_language_bidi ' +
    'get_language_from_request get_language_info gettext gettext_lazy gettext_noop ngettext ngettext_lazy npgettext ' +
    'npgettext_lazy override pgettext pgettext_lazy templatize to_language to_locale ugettext ugettext_lazy ' +
    'ugettext_noop ungettext ungettext_lazy',
  dotenv: 'dotenv_values find_dotenv get_cli_string get_key load_dotenv load_ipython_extension set_key unset_key',
  enum:
    'CONFORM CONTINUOUS EJECT Enum EnumCheck EnumDict EnumMeta EnumType Flag FlagBoundary IntEnum IntFlag KEEP ' +
    'NAMED_FLAGS ReprEnum STRICT StrEnum UNIQUE auto global_enum global_enum_repr global_flag_repr global_str ' +
    'member nonmember pickle_by_enum_name pickle_by_global_name property unique verify',
  environ:
    'DJANGO_POSTGRES Env FileAwareEnv FileAwareMapping ImproperlyConfigured NoValue Openable PYMEMCACHE_DRIVER ' +
    'ParseResult Path REDIS_DRIVER ast compat environ fileaware_mapping itertools json logger logging os parse_qs ' +
    'quote re sys unquote unquote_plus urlparse urlunparse warnings',
  functools:
    'WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod reduce ' +
    'singledispatch singledispatchmethod total_ordering update_wrapper wraps',
  glob: 'escape glob iglob translate',
  hashlib:
    'algorithms_available algorithms_guaranteed blake2b blake2s file_digest md5 new pbkdf2_hmac sha1 sha224 sha256 ' +
    'sha384 sha3_224 sha3_256 sha3_384 sha3_512 sha512 shake_128 shake_256',
  io:
    'BlockingIOError BufferedIOBase BufferedRWPair BufferedRandom BufferedReader BufferedWriter BytesIO ' +
    'DEFAULT_BUFFER_SIZE FileIO IOBase IncrementalNewlineDecoder RawIOBase SEEK_CUR SEEK_END SEEK_SET StringIO ' +
    'TextIOBase TextIOWrapper UnsupportedOperation open open_code text_encoding',
  itertools:
    'accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse ' +
    'groupby islice pairwise permutations product repeat starmap takewhile tee zip_longest',
  json: 'JSONDecodeError JSONDecoder JSONEncoder dump dumps load loads',
  logging:
    'BASIC_FORMAT BufferingFormatter CRITICAL DEBUG ERROR FATAL FileHandler Filter Formatter Handler INFO LogRecord ' +
    'Logger LoggerAdapter NOTSET NullHandler StreamHandler WARN WARNING addLevelName basicConfig captureWarnings ' +
    'critical debug disable error exception fatal getHandlerByName getHandlerNames getLevelName ' +
    'getLevelNamesMapping getLogRecordFactory getLogger getLoggerClass info lastResort log makeLogRecord ' +
    'raiseExceptions setLogRecordFactory setLoggerClass shutdown warn warning',
  'logging.config':
    'BaseConfigurator ConvertingDict ConvertingList ConvertingMixin ConvertingTuple DEFAULT_LOGGING_CONFIG_PORT ' +
    'DictConfigurator IDENTIFIER RESET_ERROR StreamRequestHandler ThreadingTCPServer dictConfig dictConfigClass ' +
    'errno fileConfig functools io listen logging os queue re stopListening struct sys threading traceback ' +
    'valid_ident',
  'logging.handlers':
    'BaseRotatingHandler BufferingHandler DEFAULT_HTTP_LOGGING_PORT DEFAULT_SOAP_LOGGING_PORT ' +
    'DEFAULT_TCP_LOGGING_PORT DEFAULT_UDP_LOGGING_PORT DatagramHandler HTTPHandler MemoryHandler NTEventLogHandler ' +
    'QueueHandler QueueListener RotatingFileHandler SMTPHandler ST_DEV ST_INO ST_MTIME SYSLOG_TCP_PORT ' +
    'SYSLOG_UDP_PORT SocketHandler SysLogHandler TimedRotatingFileHandler WatchedFileHandler copy io logging os ' +
    'pickle queue re socket struct threading time',
  math:
    'acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 ' +
    'fabs factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp ' +
    'lgamma log log10 log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt sumprod tan ' +
    'tanh tau trunc ulp',
  operator:
    'abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ' +
    'ifloordiv ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter ' +
    'itruediv ixor le length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub ' +
    'truediv truth xor',
  os:
    'CLD_CONTINUED CLD_DUMPED CLD_EXITED CLD_KILLED CLD_STOPPED CLD_TRAPPED CLONE_FILES CLONE_FS CLONE_NEWCGROUP ' +
    'CLONE_NEWIPC CLONE_NEWNET CLONE_NEWNS CLONE_NEWPID CLONE_NEWTIME CLONE_NEWUSER CLONE_NEWUTS CLONE_SIGHAND ' +
    'CLONE_SYSVSEM CLONE_THREAD CLONE_VM DirEntry EFD_CLOEXEC EFD_NONBLOCK EFD_SEMAPHORE EX_CANTCREAT EX_CONFIG ' +
    'EX_DATAERR EX_IOERR EX_NOHOST EX_NOINPUT EX_NOPERM EX_NOUSER EX_OK EX_OSERR EX_OSFILE EX_PROTOCOL EX_SOFTWARE ' +
    'EX_TEMPFAIL EX_UNAVAILABLE EX_USAGE F_LOCK F_OK F_TEST F_TLOCK F_ULOCK GRND_NONBLOCK GRND_RANDOM ' +
    'MFD_ALLOW_SEALING MFD_CLOEXEC MFD_HUGETLB MFD_HUGE_16GB MFD_HUGE_16MB MFD_HUGE_1GB MFD_HUGE_1MB MFD_HUGE_256MB ' +
    'MFD_HUGE_2GB MFD_HUGE_2MB MFD_HUGE_32MB MFD_HUGE_512KB MFD_HUGE_512MB MFD_HUGE_64KB MFD_HUGE_8MB MFD_HUGE_MASK ' +
    'MFD_HUGE_SHIFT NGROUPS_MAX O_ACCMODE O_APPEND O_ASYNC O_CLOEXEC O_CREAT O_DIRECT O_DIRECTORY O_DSYNC O_EXCL ' +
    'O_FSYNC O_LARGEFILE O_NDELAY O_NOATIME O_NOCTTY O_NOFOLLOW O_NONBLOCK O_PATH O_RDONLY O_RDWR O_RSYNC O_SYNC ' +
    'O_TMPFILE O_TRUNC O_WRONLY POSIX_FADV_DONTNEED POSIX_FADV_NOREUSE POSIX_FADV_NORMAL POSIX_FADV_RANDOM ' +
    'POSIX_FADV_SEQUENTIAL POSIX_FADV_WILLNEED POSIX_SPAWN_CLOSE POSIX_SPAWN_CLOSEFROM POSIX_SPAWN_DUP2 ' +
    'POSIX_SPAWN_OPEN PRIO_PGRP PRIO_PROCESS PRIO_USER P_ALL P_NOWAIT P_NOWAITO P_PGID P_PID P_PIDFD P_WAIT ' +
    'RTLD_DEEPBIND RTLD_GLOBAL RTLD_LAZY RTLD_LOCAL RTLD_NODELETE RTLD_NOLOAD RTLD_NOW RWF_APPEND RWF_DSYNC ' +
    'RWF_HIPRI RWF_NOWAIT RWF_SYNC R_OK SCHED_BATCH SCHED_FIFO SCHED_IDLE SCHED_OTHER SCHED_RESET_ON_FORK SCHED_RR ' +
    'SEEK_CUR SEEK_DATA SEEK_END SEEK_HOLE SEEK_SET SPLICE_F_MORE SPLICE_F_MOVE SPLICE_F_NONBLOCK ST_APPEND ' +
    'ST_MANDLOCK ST_NOATIME ST_NODEV ST_NODIRATIME ST_NOEXEC ST_NOSUID ST_RDONLY ST_RELATIME ST_SYNCHRONOUS ' +
    'ST_WRITE TFD_CLOEXEC TFD_NONBLOCK TFD_TIMER_ABSTIME TFD_TIMER_CANCEL_ON_SET TMP_MAX WCONTINUED WCOREDUMP ' +
    'WEXITED WEXITSTATUS WIFCONTINUED WIFEXITED WIFSIGNALED WIFSTOPPED WNOHANG WNOWAIT WSTOPPED WSTOPSIG WTERMSIG ' +
    'WUNTRACED W_OK XATTR_CREATE XATTR_REPLACE XATTR_SIZE_MAX X_OK _exit abort access altsep chdir chmod chown ' +
    'chroot close closerange confstr confstr_names copy_file_range cpu_count ctermid curdir defpath device_encoding ' +
    'devnull dup dup2 environ environb error eventfd eventfd_read eventfd_write execl execle execlp execlpe execv ' +
    'execve execvp execvpe extsep fchdir fchmod fchown fdatasync fdopen fork forkpty fpathconf fsdecode fsencode ' +
    'fspath fstat fstatvfs fsync ftruncate fwalk get_blocking get_exec_path get_inheritable get_terminal_size ' +
    'getcwd getcwdb getegid getenv getenvb geteuid getgid getgrouplist getgroups getloadavg getlogin getpgid ' +
    'getpgrp getpid getppid getpriority getrandom getresgid getresuid getsid getuid getxattr grantpt initgroups ' +
    'isatty kill killpg lchown linesep link listdir listxattr lockf login_tty lseek lstat major makedev makedirs ' +
    'memfd_create minor mkdir mkfifo mknod name nice open openpty pardir path pathconf pathconf_names pathsep ' +
    'pidfd_open pipe pipe2 popen posix_fadvise posix_fallocate posix_openpt posix_spawn posix_spawnp pread preadv ' +
    'ptsname putenv pwrite pwritev read readlink readv register_at_fork remove removedirs removexattr rename ' +
    'renames replace rmdir scandir sched_get_priority_max sched_get_priority_min sched_getaffinity sched_getparam ' +
    'sched_getscheduler sched_param sched_rr_get_interval sched_setaffinity sched_setparam sched_setscheduler ' +
    'sched_yield sendfile sep set_blocking set_inheritable setegid seteuid setgid setgroups setns setpgid setpgrp ' +
    'setpriority setregid setresgid setresuid setreuid setsid setuid setxattr spawnl spawnle spawnlp spawnlpe ' +
    'spawnv spawnve spawnvp spawnvpe splice stat stat_result statvfs statvfs_result strerror supports_bytes_environ ' +
    'symlink sync sysconf sysconf_names system tcgetpgrp tcsetpgrp terminal_size timerfd_create timerfd_gettime ' +
    'timerfd_gettime_ns timerfd_settime timerfd_settime_ns times times_result truncate ttyname umask uname ' +
    'uname_result unlink unlockpt unsetenv unshare urandom utime wait wait3 wait4 waitid waitid_result waitpid ' +
    'waitstatus_to_exitcode walk write writev',
  'os.path':
    'abspath altsep basename commonpath commonprefix curdir defpath devnull dirname exists expanduser expandvars ' +
    'extsep getatime getctime getmtime getsize isabs isdevdrive isdir isfile isjunction islink ismount join lexists ' +
    'normcase normpath pardir pathsep realpath relpath samefile sameopenfile samestat sep split splitdrive splitext ' +
    'splitroot supports_unicode_filenames',
  pathlib: 'Path PosixPath PurePath PurePosixPath PureWindowsPath UnsupportedOperation WindowsPath',
  random:
    'Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits ' +
    'getstate lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate ' +
    'shuffle triangular uniform vonmisesvariate weibullvariate',
  re:
    'A ASCII DOTALL I IGNORECASE L LOCALE M MULTILINE Match NOFLAG Pattern PatternError RegexFlag S U UNICODE ' +
    'VERBOSE X compile error escape findall finditer fullmatch match purge search split sub subn template',
  secrets: 'SystemRandom choice compare_digest randbelow randbits token_bytes token_hex token_urlsafe',
  'split_settings.tools': 'include optional',
  string:
    'Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable ' +
    'punctuation whitespace',
  sys:
    'abiflags activate_stack_trampoline addaudithook api_version argv audit base_exec_prefix base_prefix ' +
    'breakpointhook builtin_module_names byteorder call_tracing callstats copyright deactivate_stack_trampoline ' +
    'displayhook dont_write_bytecode exc_info excepthook exception exec_prefix executable exit flags float_info ' +
    'float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth get_int_max_str_digits ' +
    'getallocatedblocks getcheckinterval getdefaultencoding getdlopenflags getfilesystemencodeerrors ' +
    'getfilesystemencoding getprofile getrecursionlimit getrefcount getsizeof getswitchinterval gettrace ' +
    'getunicodeinternedsize hash_info hexversion implementation int_info intern is_finalizing ' +
    'is_stack_trampoline_active maxsize maxunicode meta_path modules monitoring orig_argv path path_hooks ' +
    'path_importer_cache platform platlibdir prefix pycache_prefix set_asyncgen_hooks ' +
    'set_coroutine_origin_tracking_depth set_int_max_str_digits setcheckinterval setdlopenflags setprofile ' +
    'setrecursionlimit setswitchinterval settrace stderr stdin stdlib_module_names stdout thread_info ' +
    'unraisablehook version version_info warnoptions',
  textwrap: 'TextWrapper dedent fill indent shorten wrap',
  time:
    'CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI ' +
    'CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns clock_settime ' +
    'clock_settime_ns ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter ' +
    'perf_counter_ns process_time process_time_ns pthread_getcpuclockid sleep strftime strptime struct_time ' +
    'thread_time thread_time_ns time time_ns timezone tzname tzset',
  types:
    'AsyncGeneratorType BuiltinFunctionType BuiltinMethodType CapsuleType CellType ClassMethodDescriptorType ' +
    'CodeType CoroutineType DynamicClassAttribute EllipsisType FrameType FunctionType GeneratorType GenericAlias ' +
    'GetSetDescriptorType LambdaType MappingProxyType MemberDescriptorType MethodDescriptorType MethodType ' +
    'MethodWrapperType ModuleType NoneType NotImplementedType SimpleNamespace TracebackType UnionType ' +
    'WrapperDescriptorType coroutine get_original_bases new_class prepare_class resolve_bases',
  typing:
    'AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable ' +
    'BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine ' +
    'Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable ' +
    'Iterator KeysView List Literal LiteralString Mapping MappingView Match MutableMapping MutableSequence ' +
    'MutableSet NamedTuple Never NewType NoDefault NoReturn NotRequired Optional OrderedDict ParamSpec ' +
    'ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly Required Reversible Self Sequence Set Sized ' +
    'SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound TYPE_CHECKING ' +
    'Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple TypedDict Union Unpack ' +
    'ValuesView assert_never assert_type cast clear_overloads dataclass_transform final get_args get_origin ' +
    'get_overloads get_protocol_members get_type_hints is_protocol is_typeddict no_type_check ' +
    'no_type_check_decorator overload override reveal_type runtime_checkable',
  'urllib.parse':
    'DefragResult DefragResultBytes ParseResult ParseResultBytes SplitResult SplitResultBytes parse_qs parse_qsl ' +
    'quote quote_from_bytes quote_plus unquote unquote_plus unquote_to_bytes urldefrag urlencode urljoin urlparse ' +
    'urlsplit urlunparse urlunsplit',
  uuid:
    'Enum NAMESPACE_DNS NAMESPACE_OID NAMESPACE_URL NAMESPACE_X500 RESERVED_FUTURE RESERVED_MICROSOFT RESERVED_NCS ' +
    'RFC_4122 SafeUUID UUID bytes_ getnode int_ main os platform sys uuid1 uuid3 uuid4 uuid5',
};

/** Those of the names that are modules, which these have imported themselves and give away for want of an `__all__`. */
const MODULES: Readonly<Record<string, string>> = {
  'logging.config': 'errno logging re struct threading traceback',
  'logging.handlers': 'copy logging os pickle queue re socket struct threading time',
  uuid: 'os sys',
};

/** Whether a name that a star-import of a module binds is the module of that name. */
export function isModuleName(module: string, name: string): boolean {
  return MODULES[module]?.split(' ').includes(name) ?? false;
}

/** The names that a star-import binds; `undefined` where the module is not recorded. */
export function starNames(module: string): readonly string[] | undefined {
  const names = NAMES[module === 'posixpath' ? 'os.path' : module];
  return names?.split(' ');
}
