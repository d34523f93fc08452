/* cli_authors.h: prfaq show --who. */
#ifndef APP_CLI_AUTHORS_H
#define APP_CLI_AUTHORS_H

#include "app/cli.h"
#include "app/service.h"

/*   revision  NULL: the words in the file */
bool show_authors(Cli *cli, const OpenDocument *open, const Revision *revision,
                  Error *err);

#endif
