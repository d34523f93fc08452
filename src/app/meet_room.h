/* meet_room.h: a meeting on a terminal, a page at a time: what is to be seen, a
 * question, a line. Each line is kept before the next is asked for, so that a meeting
 * survives its program. On a terminal with a screen everything stands on the second
 * one, which holds nothing of what was there before; in plain lines what nobody else
 * may see is cleared away. */
#ifndef APP_MEET_ROOM_H
#define APP_MEET_ROOM_H

#include "app/cli.h"
#include "app/meet_task.h"

bool meet_room_possible(const Cli *cli);
/* Until somebody leaves, or it is decided.
 *   fails  when what was said cannot be kept */
bool meet_room(Cli *cli, MeetTask *task, bool *decided, Error *err);

#endif
