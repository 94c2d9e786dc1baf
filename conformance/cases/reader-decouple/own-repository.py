# note: A repository can be anything that answers `in` and gives items.
# env: TOKEN=from the environment
from decouple import Config, RepositoryEmpty


class Vault(RepositoryEmpty):
    def __contains__(self, key):
        return key.startswith("VAULT_") or key == "TOKEN"

    def __getitem__(self, key):
        return key.lower()


config = Config(Vault())

FROM_VAULT = config("VAULT_KEY")
TOKEN = config("TOKEN")
OTHER = config("OTHER", default=3, cast=str)
