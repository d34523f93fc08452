"""An editor that speaks to "prfaq lsp": every message by hand, answers in short."""
import json
import os
import subprocess
import sys


class Editor:
    def __init__(self, capabilities):
        self.server = subprocess.Popen(["prfaq", "lsp"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE)
        self.last = 0
        self.texts = {}
        answer = self.ask("initialize", {"processId": None, "rootUri": None,
                                         "capabilities": capabilities})
        self.encoding = answer["capabilities"]["positionEncoding"]
        self.tell("initialized", {})

    def send(self, message):
        body = json.dumps(message, ensure_ascii=False).encode()
        framed = b"Content-Length: %d\r\n\r\n" % len(body) + body
        # In two pieces, as pipes do it.
        for piece in (framed[:25], framed[25:]):
            self.server.stdin.write(piece)
            self.server.stdin.flush()

    def hear(self):
        length = 0
        while True:
            line = self.server.stdout.readline().strip()
            if not line:
                return json.loads(self.server.stdout.read(length))
            name, value = line.split(b":")
            assert name == b"Content-Length"
            length = int(value)

    def ask(self, method, params):
        self.last += 1
        self.send({"jsonrpc": "2.0", "id": self.last, "method": method,
                   "params": params})
        answer = self.hear()
        assert answer["id"] == self.last, answer
        return answer["result"] if "result" in answer else answer["error"]

    def tell(self, method, params):
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def open(self, path, text=None):
        uri = "file://" + os.path.abspath(path).replace(" ", "%20")
        text = open(path, encoding="utf-8", newline="").read() if text is None else text
        self.texts[uri] = text
        self.tell("textDocument/didOpen", {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 1, "text": text}})
        return uri

    def place(self, uri, words, after=0):
        """Where words stand, in the units of the encoding."""
        text = self.texts[uri]
        at = text.index(words) + after
        line = text[:at].count("\n")
        before = text[:at].rsplit("\n", 1)[-1]
        units = {"utf-8": len(before.encode()), "utf-32": len(before),
                 "utf-16": len(before.encode("utf-16-le")) // 2}
        return {"line": line, "character": units[self.encoding]}

    def offset(self, text, place):
        lines = text.split("\n")
        line = lines[place["line"]]
        units = {"utf-8": lambda s: len(s.encode()), "utf-32": len,
                 "utf-16": lambda s: len(s.encode("utf-16-le")) // 2}[self.encoding]
        count = 0
        while units(line[:count]) < place["character"]:
            count += 1
        return sum(len(one) + 1 for one in lines[:place["line"]]) + count

    def apply(self, edit):
        """A WorkspaceEdit, as an editor does it."""
        (uri, edits), = [(d["textDocument"]["uri"], d["edits"])
                         for d in edit["documentChanges"]]
        text = self.texts[uri]
        for one in edits:
            start = self.offset(text, one["range"]["start"])
            end = self.offset(text, one["range"]["end"])
            text = text[:start] + one["newText"] + text[end:]
        self.texts[uri] = text
        return text

    def change(self, uri, old, new, version):
        start, end = self.place(uri, old), self.place(uri, old, len(old))
        self.texts[uri] = self.texts[uri].replace(old, new, 1)
        self.tell("textDocument/didChange", {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": {"start": start, "end": end}, "text": new}]})

    def rules(self):
        """The rules of the findings that come now, with the words they stand on."""
        params = self.hear()["params"]
        text = self.texts[params["uri"]]
        return ["%s %r" % (d["code"], text[self.offset(text, d["range"]["start"]):
                                           self.offset(text, d["range"]["end"])])
                for d in params["diagnostics"]]

    def close(self):
        self.ask("shutdown", None)
        self.tell("exit", None)
        self.server.stdin.close()
        return self.server.wait()


ABLE = {
    "general": {"positionEncodings": [sys.argv[1]]},
    "workspace": {"workspaceEdit": {"documentChanges": True}},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "codeAction": {"codeActionLiteralSupport": {}, "isPreferredSupport": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
}

editor = Editor(ABLE)
print("positions in", editor.encoding)
uri = editor.open(sys.argv[2])
before = set(editor.rules())

editor.change(uri, sys.argv[3], "😀 [TODO] " + sys.argv[3], 2)
print("typed:", [rule for rule in editor.rules() if rule not in before])

at = editor.place(uri, "[TODO]", 2)
document = {"uri": uri}
hover = editor.ask("textDocument/hover", {"textDocument": document, "position": at})
hover = hover["contents"]["value"].split("\n\n")
print("hover:", hover[0], *hover[-2:], sep="\n  ")

actions = editor.ask("textDocument/codeAction", {
    "textDocument": document, "range": {"start": at, "end": at},
    "context": {"diagnostics": []}})
print("can be done:", *[action["title"] for action in actions], sep="\n  ")
text = editor.apply(actions[-1]["edit"])
print("done:", *[line for line in text.split("\n") if "TODO" in line], sep="\n  ")
editor.texts[uri] = text
editor.tell("textDocument/didChange", {
    "textDocument": {"uri": uri, "version": 3}, "contentChanges": [{"text": text}]})
print("after it:", [rule for rule in editor.rules() if rule not in before])

print("outline:")
for section in editor.ask("textDocument/documentSymbol", {"textDocument": document}):
    print("  %s (%s)" % (section["name"], section["detail"]))
    for question in section["children"][:2]:
        print("    %s" % question["name"])

editor.open("README.md")  # no document: nothing is said
editor.change(uri, "😀 [TODO] ", "", 4)
print("taken back:", [rule for rule in editor.rules() if rule not in before])
editor.tell("textDocument/didClose", {"textDocument": document})
print("closed:", editor.rules())
print("ended with", editor.close())
