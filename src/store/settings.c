#include "base/message.h"
#include "store/config.h"

/* What some part of the program reads; `prfaq config` and prfaq-config(5) are
 * printed from it. */
/* clang-format off */
static const KnownSetting known[] = {
    {"check.company", "text", "",
     N_("who speaks in a release, where its front matter does not say"), false},
    {"check.competitors", "text", "",
     N_("names of competitors, separated by commas"), false},
    {"check.dateline", "on|off", "on",
     N_("expect a place and a date at the beginning of a release"), false},
    {"check.profile", "default|strict|workshop", "default",
     N_("how much the checks ask for"), false},
    {"print.paper", "a4|letter", "a4",
     N_("the paper of prfaq print"), false},
    {"question.due", "time", "24h",
     N_("how long a question of a review may stay open: hours (24h) or business days "
        "(2bd)"), false},
    {"quotes.customer", "required|proposed|off", "required",
     N_("what the checks ask of the customer's quotation"), false},
    {"quotes.names", "full|roles", "full",
     N_("who is named with a quotation: a full name with its role, or the role alone"),
     false},
    {"ui.ascii", "auto|on|off", "auto",
     N_("draw frames with plain ASCII characters; auto: on the Linux console, and where "
        "the locale is not UTF-8"), false},
    {"ui.color", "auto|always|never", "auto",
     N_("colours on the command line and the screens"), false},
    {"ui.hints", "2|1|0", "2",
     N_("rows of keys at the bottom of the screen"), false},
    {"ui.lang", "en|ko", "",
     N_("language of the interface; empty: that of your system"), false},
    {"ui.linear", "on|off", "off",
     N_("plain lines in place of screens, for a screen reader"), false},
    {"ui.mouse", "on|off", "on",
     N_("the mouse scrolls, places the cursor and selects"), false},
    {"ui.smart-quotes", "on|off", "off",
     N_("typed quotation marks become those of the document's language"), false},
    {"ui.spelling", "on|off", "on",
     N_("underline misspelled words, where hunspell is installed"), false},
    {"ui.theme", "default|classic|contrast|mono", "default",
     N_("colours of the screens"), false},
    {"ui.timer-seconds", "on|off", "off",
     N_("the timer of a workshop shows every second"), false},
    {"ui.typewriter", "on|off", "off",
     N_("the row one writes stays in the middle of the window"), false},
    {"ui.width-mode", "auto|narrow|wide", "auto",
     N_("cells of signs such as \"…\" and \"—\": one (narrow) or two (wide); auto: what "
        "the locale says"), false},
    {"ui.wrap", "columns", "72",
     N_("columns of text at most, or window: as wide as that"), false},
};
/* clang-format on */

const KnownSetting *config_known(size_t *count)
{
    *count = sizeof known / sizeof *known;
    return known;
}
