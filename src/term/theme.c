#include "term/theme.h"

enum {
    NONE = THEME_NO_COLOR,
    RED = 1,
    GREEN,
    YELLOW, /* orange or brown in most palettes */
    BLUE,
    MAGENTA,
    CYAN,
};

typedef enum Emphasis {
    PLAIN = 0,
    BOLD = 1,
    LINE = 2, /* underline */
    REVERSE = 4,
} Emphasis;

typedef struct LookRow {
    int emphasis;
    int normal;   /* colour in the default theme: blue and orange */
    int classic;  /* green and red */
    int contrast; /* for projectors: only where colour says something */
} LookRow;

/* clang-format off */
static const LookRow rows[STYLE_ROLE_COUNT] = {
    [STYLE_TEXT]     = {PLAIN,          NONE,   NONE,   NONE},
    [STYLE_TITLE]    = {BOLD,           NONE,   NONE,   NONE},
    [STYLE_BOLD]     = {BOLD,           NONE,   NONE,   NONE},
    [STYLE_EMPHASIS] = {LINE,           NONE,   NONE,   NONE},
    [STYLE_CODE]     = {PLAIN,          CYAN,   CYAN,   NONE},
    [STYLE_LINK]     = {LINE,           BLUE,   BLUE,   NONE},
    [STYLE_GUIDE]    = {PLAIN,          CYAN,   CYAN,   NONE},
    [STYLE_FRAME]    = {PLAIN,          NONE,   NONE,   NONE},
    [STYLE_HINT]     = {PLAIN,          NONE,   NONE,   NONE},
    [STYLE_KEY]      = {BOLD,           NONE,   NONE,   NONE},
    [STYLE_SELECTED] = {REVERSE,        NONE,   NONE,   NONE},
    [STYLE_ADDED]    = {BOLD,           BLUE,   GREEN,  BLUE},
    [STYLE_REMOVED]  = {PLAIN,          YELLOW, RED,    YELLOW},
    [STYLE_ERROR]    = {BOLD,           RED,    RED,    RED},
    [STYLE_WARNING]  = {PLAIN,          YELLOW, YELLOW, NONE},
    [STYLE_INFO]     = {PLAIN,          CYAN,   CYAN,   NONE},
    [STYLE_MATCH]    = {BOLD | REVERSE, YELLOW, YELLOW, NONE},
    [STYLE_NOTICE]   = {BOLD,           NONE,   NONE,   NONE},
    [STYLE_MARKUP]   = {PLAIN,          MAGENTA, MAGENTA, NONE},
};
/* clang-format on */

Theme theme_named(Str name)
{
    if (str_eq(name, STR("classic")))
        return THEME_CLASSIC;
    if (str_eq(name, STR("contrast")))
        return THEME_CONTRAST;
    return str_eq(name, STR("mono")) ? THEME_MONO : THEME_DEFAULT;
}

static int color_of(const LookRow *row, Theme theme)
{
    switch (theme) {
    case THEME_DEFAULT:
        return row->normal;
    case THEME_CLASSIC:
        return row->classic;
    case THEME_CONTRAST:
        return row->contrast;
    case THEME_MONO:
        break;
    }
    return NONE;
}

/* Of the cube of 256; 4.5 to 1 and more on black and Solarized dark, or on white and
 * Solarized light. */
int theme_shade(int color, Ground ground, int colors)
{
    bool dark = ground == GROUND_DARK;

    if (ground == GROUND_UNKNOWN || colors < THEME_SHADES)
        return color;
    switch (color) {
    case BLUE:
        return dark ? 75 : 25;
    case YELLOW:
        return dark ? 215 : 94;
    default:
        return color;
    }
}

Look theme_look(Theme theme, Style style, bool color)
{
    const LookRow *row = &rows[style < STYLE_ROLE_COUNT ? style : STYLE_TEXT];

    return (Look){.color = color ? color_of(row, theme) : NONE,
                  .bold = (row->emphasis & BOLD) != 0,
                  .underline = (row->emphasis & LINE) != 0,
                  .reverse = (row->emphasis & REVERSE) != 0};
}
