#include "doc/spoken.h"

#include "base/message.h"

const char *found_words(Found found)
{
    static const char *const names[] = {
        [FOUND_MARKER] = N_("by its id"),
        [FOUND_LABEL] = N_("by its label"),
        [FOUND_INFERRED] = N_("by its place"),
    };

    return _(names[found]);
}

const char *not_prfaq_words(NotPrfaq reason)
{
    static const char *const reasons[NOT_PRFAQ_COUNT] = {
        [NOT_PRFAQ_EMPTY] = N_("there are no words in it"),
        [NOT_PRFAQ_TEMPLATE] = N_("it is a template that nobody has filled in"),
        [NOT_PRFAQ_MEDIA] = N_("it is a release for newspapers, without questions"),
        [NOT_PRFAQ_DIGEST] = N_("it is a list of points, not a press release"),
        [NOT_PRFAQ_NOTES] = N_("no press release and no questions were found"),
        [NOT_PRFAQ_FAQ_ONLY] = N_("it has questions but no press release"),
    };

    return reasons[reason] ? _(reasons[reason]) : "";
}

const char *split_reason_words(SplitReason reason)
{
    static const char *const reasons[] = {
        [SPLIT_NOTHING] = N_("nothing tells"),
        [SPLIT_BANK] = N_("a known question"),
        [SPLIT_GROUP] = N_("by its group"),
        [SPLIT_WORDS] = N_("by its words"),
    };

    return _(reasons[reason]);
}
