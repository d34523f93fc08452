/* review_files.h: the files of a review: threads in `.prfaq/reviews/DOCUMENT/`,
 * minutes in `.prfaq/meetings/`. A damaged file is left out and told. */
#ifndef APP_REVIEW_FILES_H
#define APP_REVIEW_FILES_H

#include "base/mem.h"
#include "check/check.h"
#include "review/meeting.h"
#include "review/thread.h"

#define REVIEWS_PATH  ".prfaq/reviews"
#define MEETINGS_PATH ".prfaq/meetings"

typedef struct ThreadFiles {
    Thread *items; /* by file name */
    Str *paths;    /* of each: relative to the workspace */
    size_t count, cap, path_cap;
    Damage *damage;
    size_t damage_count, damage_cap;
} ThreadFiles;

typedef struct MeetingFiles {
    Meeting *items; /* by file name, which begins with the day */
    size_t count, cap;
    Damage *damage;
    Str *damaged; /* the document each of them is named after */
    size_t damage_count, damage_cap, damaged_cap;
} MeetingFiles;

/* The folder of a document's threads; it need not exist. */
Str review_folder(Str root, Str document, Arena *arena);
/*   owns  in `arena` */
void thread_files_read(Str root, Str document, Arena *arena, ThreadFiles *out);
void meeting_files_read(Str root, Arena *arena, MeetingFiles *out);

#endif
