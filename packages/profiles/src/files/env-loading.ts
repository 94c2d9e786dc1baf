/** How code shows that it reads a `.env` file: libraries that do so by themselves, or are told to. */
export const loadsEnvFile =
  /\b(?:load_dotenv|read_env|read_dotenv|dotenv_values|AutoConfig|RepositoryEnv|env_file)\b|\bfrom[ \t]+decouple\b|\bimport[ \t]+decouple\b|\bfrom[ \t]+dynaconf\b/;
