/* meet_room.h: a meeting in plain lines: what is to be seen, a question, a line. Each
 * line is kept before the next is asked for, so that a meeting survives its program.
 * What nobody else may see is cleared away. On a screen: ui/meet_view.h. */
#ifndef APP_MEET_ROOM_H
#define APP_MEET_ROOM_H

#include "app/cli.h"
#include "app/meet_task.h"

bool meet_room_possible(const Cli *cli);
/* Until somebody leaves, or it is decided.
 *   fails  when what was said cannot be kept */
bool meet_room(Cli *cli, MeetTask *task, bool *decided, Error *err);

#endif
