# note: With parse_comments what follows a number sign goes, unless single quotes hold it.
import os
import environ

environ.Env.read_env("config/.env", parse_comments=True)
READ = [os.environ.get(name) for name in "ABCD"]
# --- config/.env ---
A=one # comment
B='two # three' # comment
C="four" # comment
D=colour#ff0000
