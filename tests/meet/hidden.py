"""Hidden means hidden: a meeting on a terminal, killed after every line and gone on
with. Until all notes open together no page shows another reader's note, until all have
voted none shows a vote, and nothing the program prints or the repository keeps holds
either. At the end the minutes have every word.

    meet_hidden.py PRFAQ LINEAR(0|1)
"""
import os, pty, select, signal, subprocess, sys, tempfile, time

prfaq, linear = os.path.abspath(sys.argv[1]), sys.argv[2] == "1"
work = tempfile.mkdtemp()
os.chdir(work)
env = {"PATH": os.environ["PATH"], "HOME": work, "LC_ALL": "C.UTF-8", "TERM": "xterm",
       "PRFAQ_LANG": "en", "GIT_CONFIG_NOSYSTEM": "1"}
failures = []


def run(*command):
    return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout


def cli(*arguments):
    return run(prfaq, *arguments)


class Terminal:
    """The program in a terminal of 24 rows; read() gives what came up to "> "."""

    def __init__(self):
        extra = ["--linear"] if linear else []
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(prfaq, [prfaq, "meet", "lantern"] + extra, env)

    def read(self):
        out, end = b"", time.time() + 20
        while time.time() < end:
            ready, _, _ = select.select([self.fd], [], [], 0.2)
            if ready:
                try:
                    piece = os.read(self.fd, 65536)
                except OSError:
                    return out.decode("utf-8", "replace")
                if not piece:
                    break
                out += piece
            if out.endswith(b"\n> ") or out.endswith(b"> ") and not ready:
                break
        return out.decode("utf-8", "replace")

    def type(self, line):
        os.write(self.fd, line.encode() + b"\n")

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def end(self):
        out = self.read()
        os.waitpid(self.pid, 0)
        os.close(self.fd)
        return out


def complain(what, words, where):
    failures.append("%s: %r in %r" % (what, words, where[-300:]))


def look(step, page, hidden):
    for word in hidden:
        if word in page:
            complain("page after %r" % step, word, page)
    for command in (("log", "lantern"), ("show", "lantern"), ("list", "--all"), ("questions",),
                    ("meet", "lantern"), ("meet", "lantern", "--json"), ("check", "lantern"),
                    ("review", "lantern"), ("landed",), ("export", "lantern", "--to", "html"),
                    ("print", "lantern")):
        out = cli(*command)
        for word in hidden:
            if word in out:
                complain("prfaq " + " ".join(command), word, out)
    history = run("git", "log", "-p", "--all", "--format=%B%an%ae") + run("git", "grep", "-I", ".")
    for word in hidden:
        if word in history:
            complain("the repository", word, history)


with open("lantern.md", "w") as f:
    f.write("---\nlang: en\n---\n\n# Lantern\n\n## Problem\n\nBakers call four mills.\n\n"
            "Every night.\n\n## Solution\n\nOne list.\n")
run("git", "init", "-q", "-b", "main", ".")
for name in ("Mina Park", "Jun Lee", "Dana Li"):
    cli("who", "add", name)
cli("who", "Mina")
cli("save", "lantern")

# (line, what must be on no page, in no file from here on, the own page apart)
JUN, DANA, VOTE = "JUNWORD", "DANAWORD", "no: not different"
script = [
    ("Mina Park", []), ("Tomas", []), ("Jun Lee, Dana Li", []), ("Dana Li", []),
    ("1", []), ("Problem 1: " + JUN + " of how many?", []), ("", [JUN]),
    ("2", [JUN]), (": " + DANA + " too long", [JUN]), ("sol 1: " + DANA + " a list?", [JUN]),
    ("", [JUN, DANA]), ("reveal", []), ("", []), ("fine", []), ("short", []), ("", []),
    ("say what it costs", []), ("vote", []), ("4", [VOTE]), ("1", []), ("", []), ("", []),
    ("4", []), ("the phone is enough", []), ("2", []), ("", []), ("", []), ("", []),
    ("when two mills ask", []), ("Jun: it is not", []), ("Dana Li", []),
]
open_from = [line for line, _ in script].index("reveal")
for i, (line, hidden) in enumerate(script):
    terminal = Terminal()
    page = terminal.read()
    terminal.type(line)
    page = terminal.read()
    # the line itself is on the terminal of the one who typed it, until it is cleared
    if "\x1b[2J" in page:
        page = page[page.rindex("\x1b[2J"):]
    terminal.kill()
    if i < open_from:
        repository = [w for w in (JUN, DANA) if any(w in l for l, _ in script[:i + 1])]
        look(line, page if hidden else "", hidden)
        history = run("git", "log", "-p", "--all") + cli("meet", "lantern", "--json")
        for word in repository:
            if word in history:
                complain("the repository or the report", word, history)
    elif hidden:
        # every outcome is on the list to choose from; who chose it is not
        if "Jun Lee: " + hidden[0] in page:
            complain("page", hidden[0], page)
        report = cli("meet", "lantern", "--json")
        if "no-different" in report:
            complain("the report", "no-different", report)
for path in (".git/prfaq/meet/lantern",):
    if os.stat(path).st_mode & 0o777 != 0o600:
        failures.append(path + " can be read by others")
terminal = Terminal()
terminal.read()
terminal.type("yes")
terminal.end()
minutes = run("sh", "-c", "cat .prfaq/meetings/*.md")
for word in (JUN + " of how many?", DANA + " too long", DANA + " a list?", "fine", "short",
             "say what it costs", "no-different", "the phone is enough", "two-way",
             "when two mills ask", "Jun: it is not", "Dana Li", 'revision: "1"'):
    if word not in minutes:
        complain("the minutes lack", word, minutes)
if "say what it costs" not in cli("landed", "lantern"):
    failures.append("what was agreed is no thread")
with open("lantern.md") as f:
    if "decision: no" not in f.read():
        failures.append("the document does not say what was decided")
if os.path.exists(".git/prfaq/meet/lantern"):
    failures.append("the meeting is kept after its end")
if run("git", "status", "--short").strip():
    failures.append("not everything is committed: " + run("git", "status", "--short"))
if run("git", "fsck", "--strict").strip():
    failures.append("fsck: " + run("git", "fsck", "--strict"))
run("rm", "-rf", work)
print("\n".join(failures))
sys.exit(1 if failures else 0)
