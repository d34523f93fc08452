"""Does the language server say something about each of these files?"""
import json
import os
import subprocess
import sys

server = subprocess.Popen(["prfaq", "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def send(message):
    body = json.dumps(dict(message, jsonrpc="2.0"), ensure_ascii=False).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def hear():
    length = 0
    while line := server.stdout.readline().strip():
        length = int(line.split(b":")[1])
    return json.loads(server.stdout.read(length))


send({"id": 0, "method": "initialize",
      "params": {"processId": None, "rootUri": None, "capabilities": {}}})
hear()
send({"method": "initialized", "params": {}})
for number, path in enumerate(sys.argv[1:], 1):
    uri = "file://" + os.path.abspath(path)
    with open(path, encoding="utf-8", newline="") as file:
        send({"method": "textDocument/didOpen", "params": {"textDocument": {
            "uri": uri, "languageId": "markdown", "version": 1, "text": file.read()}}})
    send({"id": number, "method": "textDocument/documentSymbol",
          "params": {"textDocument": {"uri": uri}}})
    while "id" not in (message := hear()):
        pass
    print("%s: %s" % (path, "a document" if message["result"] else "nothing to say"))
send({"id": 99, "method": "shutdown", "params": None})
send({"method": "exit", "params": None})
