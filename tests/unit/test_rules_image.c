#include "rule_case.h"

/* Only "a.png", "img/b c.png" and "../up.png" exist. */
static bool exists(void *ctx, Str path)
{
    (void)ctx;
    return str_eq(path, STR("a.png")) || str_eq(path, STR("img/b c.png")) ||
           str_eq(path, STR("../up.png"));
}

static void images_are_there_and_speak(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"image-broken", "# L\n\n![Flour](none.png)\n", "# L\n\n![Flour](a.png)\n"},
        {"image-broken", "# L\n\n![](a.png)\n",
         "# L\n\n`![](none.png)` and \\![x](y)\n"},
        {"image-broken", "# L\n\n![x](/etc/a.png)\n",
         "# L\n\n![x](./img/../img/b%20c.png?v=1#top \"Title\")\n"},
        {"image-broken", "# L\n\n![x](file:///etc/a.png)\n", NULL},
        {"image-broken", "# L\n\n![x](../../up.png)\n", "# L\n\n![x](../up.png)\n"},
        {"image-broken", "# L\n\n![](https://x.org/a.png)\n",
         "# L\n\n![x](https://x.org/a.png)\n"},
        {"image-broken", "# L\n\n![][logo]\n", "# L\n\n![Logo][logo]\n"},
        {"image-broken", "# 등불\n\n- ![밀가루](<없는 그림.png>)\n",
         "# 등불\n\n- ![밀가루](a.png)\n"},
        {"image-broken", NULL, "# L\n\n```\n![](none.png)\n```\n"},
        {"image-broken", NULL, "# L\n\nWow![sic] and ![\n"},
    };
    rule_options.image_exists = exists;
    rule_options.image_depth = 1;
    CHECK_CASES(cases);
    rule_options.image_depth = 0;
    Findings f = check_text("# L\n\n![x](../up.png)\n");
    CHECK_STR(find_rule(&f, "image-broken")->message,
              STR("Image \"../up.png\": outside the folder of the document, "
                  "readers will not see it"));
    rule_options.in_workspace = true;
    f = check_text("# L\n\n![x](../up.png)\n");
    CHECK_STR(find_rule(&f, "image-broken")->message,
              STR("Image \"../up.png\": outside the workspace, readers will "
                  "not see it"));
    rule_options.in_workspace = false;
    rule_options.image_exists = NULL;
    f = check_text("# L\n\n![x](none.png)\n");
    CHECK(!find_rule(&f, "image-broken"));
}

RUN_RULE_TESTS(TEST(images_are_there_and_speak))
