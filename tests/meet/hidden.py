"""Hidden means hidden: a meeting on a terminal, in plain lines or on its screen, killed
after every step and gone on with, or in one go. Until all notes open together no page
shows another reader's note, until all have voted none shows a vote, and nothing the
program prints, keeps elsewhere or commits holds either. At the end the minutes have every
word, and nothing else does.

    hidden.py PRFAQ lines|screen-kills|screen-once [VT_PLAY]
"""
import os, pty, select, signal, subprocess, sys, tempfile, time

prfaq, way = os.path.abspath(sys.argv[1]), sys.argv[2]
vt_play = os.path.abspath(sys.argv[3]) if len(sys.argv) > 3 else ""
work = tempfile.mkdtemp()
os.chdir(work)
env = {"PATH": os.environ["PATH"], "HOME": work, "LC_ALL": "C.UTF-8", "TERM": "xterm",
       "PRFAQ_LANG": "en", "GIT_CONFIG_NOSYSTEM": "1"}
failures = []
STATE = ".git/prfaq/meet/lantern"


def run(*command):
    return subprocess.run(command, env=env, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout


def cli(*arguments):
    return run(prfaq, *arguments)


def complain(what, words, where):
    failures.append("%s: %r in %r" % (what, words, where[-300:]))


# -- what may be read elsewhere ---------------------------------------------------------

def outside():
    """All that is in files but the private one of the meeting."""
    out = b""
    for folder, _, names in os.walk(work):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.relpath(path, work) != STATE and os.path.isfile(path):
                with open(path, "rb") as f:
                    out += f.read() + b"\n"
    return out.decode("utf-8", "replace")


def look_elsewhere(step, words):
    """No command, file, name of a process or commit tells any of the words."""
    told = {"git": run("git", "log", "-p", "--all", "--format=%B%an%ae")
                   + run("git", "grep", "-I", "."),
            "files": outside(), "processes": run("sh", "-c", "cat /proc/[0-9]*/cmdline")}
    for command in (("log", "lantern"), ("show", "lantern"), ("list", "--all"), ("questions",),
                    ("meet", "lantern"), ("meet", "lantern", "--json"), ("check", "lantern"),
                    ("review", "lantern"), ("landed",), ("export", "lantern", "--to", "html"),
                    ("print", "lantern"), ("meet", "lantern", "--export", "Mina Park")):
        told[" ".join(command)] = cli(*command)
    for where, text in told.items():
        for word in words:
            if word in text:
                complain("after %r: %s" % (step, where), word, text)


def check_modes():
    for folder, folders, names in os.walk(".git/prfaq"):
        for name in folders + names:
            path = os.path.join(folder, name)
            if os.stat(path).st_mode & 0o077:
                failures.append(path + " can be read by others")


def check_end():
    minutes = run("sh", "-c", "cat .prfaq/meetings/*.md")
    for word in (JUN + " of how many?", DANA + " too long", DANA + " a list?", "fine",
                 "short", "say what it costs", "no-different", "the phone is enough",
                 "two-way", "when two mills ask", "Jun: it is not", "Dana Li",
                 'revision: "1"'):
        if word not in minutes:
            complain("the minutes lack", word, minutes)
    if "say what it costs" not in cli("landed", "lantern"):
        failures.append("what was agreed is no thread")
    with open("lantern.md") as f:
        if "decision: no" not in f.read():
            failures.append("the document does not say what was decided")
    if os.path.exists(STATE):
        failures.append("the meeting is kept after its end")
    left = run("sh", "-c", "grep -rl -e %s -e %s -e %s . --exclude-dir=.prfaq"
               % (JUN, DANA, HALF)).strip()
    if left:
        failures.append("words of the meeting are left in " + left)
    if HALF in minutes:
        complain("the minutes", HALF, minutes)
    author = run("git", "log", "-1", "--format=%an", ".prfaq/meetings").strip()
    if author != "Tomas":
        failures.append("the minutes are signed by " + author)
    if run("git", "status", "--short").strip():
        failures.append("not everything is committed: " + run("git", "status", "--short"))
    if run("git", "fsck", "--strict").strip():
        failures.append("fsck: " + run("git", "fsck", "--strict"))


with open("lantern.md", "w") as f:
    f.write("---\nlang: en\n---\n\n# Lantern\n\n## Problem\n\nBakers call four mills.\n\n"
            "Every night.\n\n## Solution\n\nOne list.\n")
run("git", "init", "-q", "-b", "main", ".")
for name in ("Mina Park", "Jun Lee", "Dana Li"):
    cli("who", "add", name)
cli("who", "Mina")
cli("save", "lantern")
JUN, DANA, HALF, VOTE = "JUNWORD", "DANAWORD", "HALFWORD", "no: not different"

# -- in lines ---------------------------------------------------------------------------

class Lines:
    """The program in a terminal of 24 rows; read() gives what came up to "> "."""

    def __init__(self):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(prfaq, [prfaq, "meet", "lantern", "--linear"], env)

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


# (line, what must be on no page, in no file from here on, the own page apart)
LINES = [
    ("Mina Park", []), ("Tomas", []), ("Jun Lee, Dana Li", []), ("Dana Li", []),
    ("1", []), ("Problem 1: " + JUN + " of how many?", []), ("", [JUN]),
    ("2", [JUN]), (": " + DANA + " too long", [JUN]), ("sol 1: " + DANA + " a list?", [JUN]),
    ("", [JUN, DANA]), ("reveal", []), ("", []), ("fine", []), ("short", []), ("", []),
    ("say what it costs", []), ("vote", []), ("4", [VOTE]), ("1", []), ("", []), ("", []),
    ("4", []), ("the phone is enough", []), ("2", []), ("", []), ("", []), ("", []),
    ("when two mills ask", []), ("Jun: it is not", []), ("Dana Li", []),
]


def meet_in_lines():
    said, open_from = [], [line for line, _ in LINES].index("reveal")
    for i, (line, hidden) in enumerate(LINES):
        said.append(line)
        terminal = Lines()
        page = terminal.read()
        if "looks now" in page:  # killed since: it waits for its reader
            for word in (JUN, DANA):
                if word in page:
                    complain("the cover", word, page)
            terminal.type("")
            terminal.read()
        terminal.type(line)
        page = terminal.read()
        # the line itself is on the terminal of the one who typed it, until it is cleared
        if "\x1b[2J" in page:
            page = page[page.rindex("\x1b[2J"):]
        terminal.kill()
        if i < open_from:
            for word in hidden:
                if word in page:
                    complain("page after %r" % line, word, page)
            look_elsewhere(line, [w for w in (JUN, DANA) if any(w in l for l in said)])
        elif hidden:
            # every outcome is on the list to choose from; who chose it is not
            if "Jun Lee: " + hidden[0] in page:
                complain("page", hidden[0], page)
            look_elsewhere(line, ["no-different"])
    check_modes()
    terminal = Lines()
    terminal.read()
    terminal.type("yes")
    terminal.end()


# -- on the screen ----------------------------------------------------------------------

class Screen:
    """The program in a terminal of memory, 24 rows of 80 cells."""

    def __init__(self):
        size = ["24", "80"]
        given = ["%s=%s" % item for item in env.items()] + ["TERM=xterm-256color"]
        self.play = subprocess.Popen([vt_play] + size + given + [prfaq, "meet", "lantern"],
                                     env=env, text=True, stdin=subprocess.PIPE,
                                     stdout=subprocess.PIPE)
        self.do("wait Meeting, revision 1")

    def do(self, command):
        """What is answered; a command that fails is a failure of the test."""
        self.play.stdin.write(command + "\n")
        self.play.stdin.flush()
        out = []
        while True:
            line = self.play.stdout.readline()
            if line in ("ok\n", "failed\n", ""):
                break
            out.append(line.rstrip("\n"))
        if line != "ok\n":
            failures.append("%s: %r" % (command, "\n".join(self.do("screen"))
                                        if not command.startswith("screen") else ""))
        return out

    def page(self):
        return "\n".join(self.do("screen"))

    def raw(self):
        return bytes.fromhex("".join(self.do("raw"))).decode("utf-8", "replace")

    def kill(self):
        self.do("kill")
        self.play.stdin.close()
        self.play.wait()


# (who reads, what is done, what is seen then, what must be seen nowhere)
ENTER, NOBODY = "key enter", ""
STEPS = [
    (NOBODY, ["type Mina Park", ENTER], "Who writes down what is said", []),
    (NOBODY, ["key ctrl-k", "type Tomas", ENTER], "Names with commas", []),
    (NOBODY, ["key ctrl-k", "type Jun Lee, Dana Li", ENTER], "speaks last?", []),
    (NOBODY, ["key 2"], "Who reads here now?", []),
    (NOBODY, ["key 1"], "Only Jun Lee looks now.", []),
    ("Jun", [ENTER], "Jun Lee alone, page 1 of 1", []),
    ("Jun", ["type " + JUN + " of how many?", ENTER], "Noted.", []),
    ("Jun", ["type " + JUN + " " + HALF], HALF, []),
    ("Jun", [], JUN + " " + HALF, []),
    ("Jun", ["key escape"], "Who reads here now?", [JUN]),
    (NOBODY, ["key 2"], "Only Dana Li looks now.", [JUN]),
    ("Dana", [ENTER], "Dana Li alone", [JUN]),
    ("Dana", ["key up", "type " + DANA + " too long", ENTER], "> " + DANA + " too long", [JUN]),
    ("Dana", ["key up", "key up", "type " + DANA + " a list?", ENTER],
     "Solution 1: " + DANA, [JUN]),
    ("Dana", ["resize 20 60", "resize 24 80"], "Solution 1: " + DANA, [JUN]),
    ("Dana", ["key ctrl-g", "wait Help", "key escape"], "Solution 1: " + DANA, [JUN]),
    ("Dana", [ENTER], "Dana Li  has read", [JUN, DANA]),
    (NOBODY, ["key 1"], "Only Jun Lee looks now.", [JUN, DANA]),
    ("Jun", [ENTER], JUN + " " + HALF, [DANA]),
    ("Jun", ["key ctrl-k"], "Problem 1: " + JUN, [DANA]),
    ("Jun", [ENTER], "Jun Lee  has read", [JUN, DANA]),
    (NOBODY, ["key 4"], "3 notes, by paragraph", []),
    (NOBODY, [ENTER], "Jun Lee: one general remark", []),
    (NOBODY, ["type fine", ENTER], "Dana Li: one general remark", []),
    (NOBODY, ["type short", ENTER], "Paragraph 1 of 3", []),
    (NOBODY, [ENTER], "Paragraph 2 of 3", []),
    (NOBODY, ["type say what it costs", ENTER], "Agreed: say what it costs", []),
    (NOBODY, ["key ctrl-t"], "Jun Lee votes", []),
    (NOBODY, ["key 4", ENTER], "Dana Li votes", []),
    (NOBODY, ["key 1", ENTER], "All have voted", ["Jun Lee: no"]),
    (NOBODY, [ENTER], "Jun Lee: " + VOTE, []),
    (NOBODY, [ENTER], "What is decided?", []),
    (NOBODY, ["key 4", ENTER], "What do they do today", []),
    (NOBODY, ["type the phone is enough", ENTER], "Can it be undone cheaply?", []),
    (NOBODY, ["key 2"], "Who does it, and only this?", []),
    (NOBODY, [ENTER], "What is the first date?", []),
    (NOBODY, [ENTER], "do we stop?", []),
    (NOBODY, [ENTER], "What would change our mind?", []),
    (NOBODY, ["type when two mills ask", ENTER], "Who was of another mind", []),
    (NOBODY, ["type Jun: it is not", ENTER], "Who decides?", []),
    (NOBODY, ["type Dana Li", ENTER], "Decided by: Dana Li", []),
]


def check_step(screen, who, done, hidden):
    page, raw = screen.page(), screen.raw()
    for word in hidden:
        if word in page:
            complain("the screen after %r" % done, word, page)
    # what one types comes back from the terminal once, while that one is alone
    other = {"Jun": [DANA], "Dana": [JUN], NOBODY: [JUN, DANA]}[who]
    for word in other:
        if word in raw and word in hidden:
            complain("what was written after %r" % done, word, raw)
    if "\x1b]" in raw.replace("\x1b]52", "").replace("\x1b]11", "").replace("\x1b]10", ""):
        for word in (JUN, DANA, "Jun Lee", "Dana Li"):
            if "]0;" + word in raw or "]2;" + word in raw:
                complain("the title of the window", word, raw)


def begin(who):
    """After a kill a page waits for its reader, and shows nothing."""
    screen = Screen()
    page = screen.page()
    for word in (JUN, DANA, HALF):
        if word in page and "looks now" in page:
            complain("the cover", word, page)
    if who != NOBODY and "looks now" in page:
        screen.do(ENTER)
        screen.do("wait alone, page 1 of 1")
        screen.raw()
    return screen


def meet_on_screen(kills):
    screen, notes, opened, votes = None, [], False, False
    for who, done, seen, hidden in STEPS:
        if kills and screen:
            screen.kill()
            screen = None
        if not screen:
            says_so = done == [ENTER] and ("alone" in seen or HALF in seen)
            screen = begin(NOBODY if says_so else who)
        for command in done:
            screen.do(command)
        screen.do("wait " + seen)
        if HALF in seen or done == ["key ctrl-k"]:
            time.sleep(1.0)  # within which it is on the disk
        check_step(screen, who, done, hidden)
        notes += [w for w in (JUN, DANA, HALF) if any(w in c for c in done)]
        opened = opened or "by paragraph" in seen
        votes = "votes" in seen or "All have" in seen
        look_elsewhere(done, [] if opened and not votes else ["no-different"] if votes
                       else notes)
    check_modes()
    if kills:
        screen.kill()
        screen = Screen()
    screen.do("key ctrl-s")
    screen.do("wait Decided: no: not different")
    screen.do("key ctrl-q")
    screen.do("exit")


if way == "lines":
    meet_in_lines()
else:
    meet_on_screen(way == "screen-kills")
check_end()
run("rm", "-rf", work)
print("\n".join(failures))
sys.exit(1 if failures else 0)
