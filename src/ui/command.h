/* command.h: everything a person can make the screens do, in one table.
 *
 * Hints, menu, palette, help and prfaq-keys(7) are printed from it and from the
 * table of bindings (keymap.h), so that they cannot drift apart. */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include <stdbool.h>

#include "ui/model.h"

typedef enum CommandId {
    CMD_NONE,
    CMD_SAVE,
    CMD_SAVE_NOTE,
    CMD_NEXT_SECTION,
    CMD_PREVIOUS_SECTION,
    CMD_SECTIONS,
    CMD_FIND,
    CMD_FIND_NEXT,
    CMD_FIND_PREVIOUS,
    CMD_REPLACE,
    CMD_SEARCH,
    CMD_MOVE_UP,
    CMD_MOVE_DOWN,
    CMD_SECTION_UP,
    CMD_SECTION_DOWN,
    CMD_NEW_QUESTION,
    CMD_INTERVIEW,
    CMD_READY,
    CMD_INDENT,
    CMD_OUTDENT,
    CMD_GO_LINE,
    CMD_EDITOR,
    CMD_WIDTH,
    CMD_TYPEWRITER,
    CMD_UNDO,
    CMD_REDO,
    CMD_CUT,
    CMD_COPY,
    CMD_PASTE,
    CMD_SELECT,
    CMD_SELECT_ALL,
    CMD_CUT_LINE,
    CMD_DELETE_WORD,
    CMD_NEXT_ISSUE,
    CMD_PREVIOUS_ISSUE,
    CMD_FIX,
    CMD_FIX_ALL,
    CMD_LOOK,
    CMD_SILENCE,
    CMD_RULE,
    CMD_CHECKS,
    CMD_LEVELS,
    CMD_FILTER,
    CMD_FIGURES,
    CMD_NEXT_SPELLING,
    CMD_PREVIOUS_SPELLING,
    CMD_ADD_WORD,
    CMD_IGNORE_WORD,
    CMD_SPELLING,
    CMD_CHANGES,
    CMD_HISTORY,
    CMD_AUTHORS,
    CMD_PREVIEW,
    CMD_WHO,
    CMD_EXPORT,
    CMD_NEW,
    CMD_WRITE,
    CMD_INIT,
    CMD_MARK,
    CMD_SMALL_SAVES,
    CMD_ONLY_SECTION,
    CMD_NAME_REVISION,
    CMD_NEXT_CHANGE,
    CMD_PREVIOUS_CHANGE,
    CMD_OLDER,
    CMD_NEWER,
    CMD_MARKS,
    CMD_MOUSE,
    CMD_COLOURS,
    CMD_ADOPT,
    CMD_CONFIRM_YES,
    CMD_CONFIRM_NO,
    CMD_CONFIRM_KIND,
    CMD_CONFIRM_HIGHER,
    CMD_CONFIRM_LOWER,
    CMD_CONFIRM_BACK,
    CMD_SPLIT,
    CMD_EXTERNAL,
    CMD_INTERNAL,
    CMD_CONFIRM_WRITE,
    CMD_OUTSIDE,
    CMD_MERGE,
    CMD_TAKE_MINE,
    CMD_TAKE_THEIRS,
    CMD_TAKE_BOTH,
    CMD_TAKE_NEITHER,
    CMD_TAKE_OWN,
    CMD_NEXT_PLACE,
    CMD_PREVIOUS_PLACE,
    CMD_UNDO_CHOICE,
    CMD_MERGE_FINISH,
    CMD_MENU,
    CMD_PALETTE,
    CMD_HELP,
    CMD_REDRAW,
    CMD_SUSPEND,
    CMD_CLOSE,
    CMD_BACK,
    CMD_RECOVER_KEEP,
    CMD_RECOVER_SAVE,
    CMD_RECOVER_LOOK,
    CMD_RECOVER_ASIDE,
    CMD_REVIEW,
    CMD_REVIEW_NEXT,
    CMD_REVIEW_PREVIOUS,
    CMD_REVIEW_OLDER,
    CMD_REVIEW_NEWER,
    CMD_REVIEW_VIEW,
    CMD_REVIEW_PART,
    CMD_NOTE_READ,
    CMD_QUESTIONS,
    CMD_ASK,
    CMD_SUGGEST,
    CMD_REPLY,
    CMD_RESOLVE,
    CMD_ACCEPT,
    CMD_MOVE_QUESTION,
    CMD_UNDO_REVIEW,
    CMD_RESTORE,
    CMD_RESTORE_TICK,
    CMD_RESTORE_NEXT,
    CMD_RESTORE_PREVIOUS,
    CMD_RESTORE_SEE,
    CMD_RESTORE_DO,
    CMD_UNDO_RESTORE,
    CMD_DECK,
    CMD_CARD_ANSWER,
    CMD_CARD_ASK,
    CMD_CARD_PUT,
    CMD_CARD_SKIP,
    CMD_CARD_NEXT,
    CMD_CARD_PREVIOUS,
    CMD_CARD_ROLE,
    CMD_MATRIX,
    CMD_FIVE,
    CMD_FIVE_ANSWER,
    CMD_FIVE_REVEAL,
    CMD_FIVE_FINISH,
    CMD_TIMER,
    CMD_AGENDA,
    CMD_EXERCISE,
    CMD_EXERCISE_WRITE,
    CMD_EXERCISE_DROP,
    CMD_NEXT_ITEM,
    CMD_PROJECTOR,
    CMD_LANDED,
    CMD_LANDED_NEXT,
    CMD_LANDED_PREVIOUS,
    CMD_LANDED_GO,
    CMD_MEET,
    CMD_MEET_ON,
    CMD_MEET_BACK,
    CMD_MEET_FORGET,
    CMD_MEET_VOTES,
    CMD_MEET_WRITE,
    CMD_MEET_LEAVE,
    CMD_COUNT,
} CommandId;

typedef enum CommandGroup {
    GROUP_WRITE,
    GROUP_EDIT,
    GROUP_REVIEW,
    GROUP_ROOM,
    GROUP_DOCUMENT,
    GROUP_VIEW,
    GROUP_COUNT,
} CommandGroup;

#define IN(view)    (1u << (view))
#define IN_WRITE    IN(VIEW_WRITE)
#define IN_HOME     IN(VIEW_HOME)
#define IN_HISTORY  IN(VIEW_HISTORY)
#define IN_CHANGES  IN(VIEW_CHANGES)
#define IN_PREVIEW  IN(VIEW_PREVIEW)
#define IN_HELP     IN(VIEW_HELP)
#define IN_CHECKS   IN(VIEW_CHECKS)
#define IN_RULE     IN(VIEW_RULE)
#define IN_FIGURES  IN(VIEW_FIGURES)
#define IN_AUTHORS  IN(VIEW_AUTHORS)
#define IN_AGENDA   IN(VIEW_AGENDA)
#define IN_EXERCISE IN(VIEW_EXERCISE)
#define IN_READ                                                                        \
    (IN_HOME | IN_HISTORY | IN_CHANGES | IN_PREVIEW | IN_HELP | IN_CHECKS | IN_RULE |  \
     IN_FIGURES | IN_AGENDA | IN_EXERCISE | IN_CONFIRM | IN_MERGE | IN_RECOVER |       \
     IN_REVIEW | IN_QUESTIONS | IN_RESTORE | IN_DECK | IN_MATRIX | IN_FIVE |           \
     IN_AUTHORS | IN_LANDED)
#define IN_RECOVER   IN(VIEW_RECOVER)
#define IN_ADOPT     IN(VIEW_ADOPT)
#define IN_SPLIT     IN(VIEW_SPLIT)
#define IN_REVIEW    IN(VIEW_REVIEW)
#define IN_QUESTIONS IN(VIEW_QUESTIONS)
#define IN_LANDED    IN(VIEW_LANDED)
#define IN_MERGE     IN(VIEW_MERGE)
#define IN_RESTORE   IN(VIEW_RESTORE)
#define IN_DECK      IN(VIEW_DECK)
#define IN_FIVE      IN(VIEW_FIVE)
#define IN_MATRIX    IN(VIEW_MATRIX)
#define IN_CONFIRM   (IN_ADOPT | IN_SPLIT)
#define IN_DOCUMENT  (IN_WRITE | IN_HISTORY | IN_CHANGES | IN_PREVIEW)
#define IN_MEET      IN(VIEW_MEET)
#define IN_ANY       (IN_WRITE | IN_READ | IN_MEET)

typedef struct Command {
    CommandId id;
    const char *name;     /* for tests and settings: "save" */
    const char *title;    /* N_(): words for people */
    const char *synonyms; /* N_(): what else they may look for */
    CommandGroup group;
    unsigned where;  /* views it is valid in */
    char letter;     /* of the Esc menu, 0: none */
    const char *cli; /* the command line's way to do it, "" for moving about */
    /* Why it cannot be done now, translated; NULL when it can. */
    const char *(*why_not)(const Model *m);
    void (*run)(Model *m, Effect *out);
} Command;

const Command *command_get(CommandId id);
const Command *command_by_letter(View view, char letter);
const char *command_group_title(CommandGroup group);
/* Runs it when it is valid here, else says why not. */
void command_run(Model *m, CommandId id, Effect *out);
/* It was done, by whatever way: it is among the last ones. */
void command_note(Model *m, CommandId id);
/* NULL when it can be run in the present view. */
const char *command_why_not(const Model *m, const Command *c);
/* Does every word of `query` occur in title, synonyms, name or keys? */
bool command_matches(const Model *m, const Command *c, Str query);

#endif
