/* cli_document.h: what several commands need to read and write documents. */
#ifndef APP_CLI_DOCUMENT_H
#define APP_CLI_DOCUMENT_H

#include "app/cli.h"
#include "app/service.h"

/* The document a person named, or standard input for "-". */
bool cli_open(Cli *cli, Str name, OpenDocument *out, Error *err);
/* Write a result to the file of --output and say so. A file that is there is
 * replaced with --force, or when both are HTML pages; never the document itself. */
bool cli_write_output(Cli *cli, const OpenDocument *doc, Str bytes, Error *err);
/* Who types, before something is signed; on a terminal they are asked once.
 *   fails  as writer_need */
bool cli_need_writer(Cli *cli, Error *err);
/* Add text that people wrote to the output: visible characters only, unless the
 * output is a file, which gets the exact bytes. */
void cli_add_text(Cli *cli, Str text);
/* What kind of text length is counted in: "612 words", "1,240 characters". */
void cli_add_length(StrBuf *out, Lang lang, int length);
/* "Jun Lee, Ava Stone". */
void cli_add_names(StrBuf *out, const Person *people, size_t count);

#endif
