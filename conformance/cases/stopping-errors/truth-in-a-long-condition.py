# note: What has no truth stops the settings on the line of the operand that is asked for it.
class Server:
    def __len__(self):
        pass


SERVERS = [
    name
    for name in ["a"]
    if name
    and Server()
]
