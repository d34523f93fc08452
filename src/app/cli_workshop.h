/* cli_workshop.h: what the parts of `prfaq workshop` share. */
#ifndef APP_CLI_WORKSHOP_H
#define APP_CLI_WORKSHOP_H

#include "app/cli.h"
#include "app/take_home.h"
#include "app/workshop.h"

/* The workshop that goes on here, its agenda, and where it stands.
 *   fails  ERR_NOT_FOUND with the way to one; as workshop_load */
bool cli_workshop(Cli *cli, WorkshopFile *file, Agenda *agenda, Timebox *time,
                  Error *err);
/* prfaq/workshop/1.  taken  NULL: nothing was written now */
void workshop_json(Cli *cli, const WorkshopFile *file, const Timebox *time,
                   const TakenHome *taken);
/* The agenda: planned, past and to come. */
void workshop_agenda_text(Cli *cli, const Timebox *time);
/* `workshop stop` (cli_workshop_stop.c). */
bool workshop_stop(Cli *cli, Error *err);

#endif
