#include "check.h"

#include "base/resource.h"
#include "doc/label.h"

typedef struct Labels {
    Arena arena;
    const Label *items;
    size_t count;
} Labels;

static Labels load(void)
{
    Labels l = {0};
    Str tsv = {0};

    CHECK(resource_find(STR("recognise.tsv"), &tsv));
    l.items = labels_parse(tsv, &l.arena, &l.count);
    return l;
}

static void check_part(const Labels *l, const char *text, PartKind kind)
{
    const Label *found = label_find(l->items, l->count, str_from(text));

    if (!found || found->role != LABEL_PART || found->kind != kind)
        print_error("label: %s\n", text);
    CHECK(found);
    CHECK_INT(found->role, LABEL_PART);
    CHECK_INT(found->kind, kind);
}

static void check_role(const Labels *l, const char *text, LabelRole role)
{
    const Label *found = label_find(l->items, l->count, str_from(text));

    CHECK(found);
    CHECK_INT(found->role, role);
}

static void check_none(const Labels *l, const char *text)
{
    const Label *found = label_find(l->items, l->count, str_from(text));

    if (found)
        print_error("label: %s\n", text);
    CHECK(!found);
}

static void a_label_is_found_whatever_stands_around_it(void **state)
{
    Labels l = load();

    (void)state;
    check_part(&l, "Problem", PART_PROBLEM);
    check_part(&l, "The PROBLEM", PART_PROBLEM);
    check_part(&l, "**The Problem:**", PART_PROBLEM);
    check_part(&l, "2. Problem", PART_PROBLEM);
    check_part(&l, "2) Problem statement", PART_PROBLEM);
    check_part(&l, "Section 2: The problem", PART_PROBLEM);
    check_part(&l, "\u2460 Problem", PART_PROBLEM);
    check_part(&l, "\u25a0 Problem", PART_PROBLEM);
    check_part(&l, "[Problem]", PART_PROBLEM);
    check_part(&l, "Problem paragraph", PART_PROBLEM);
    check_part(&l, "Problem paragraphs:", PART_PROBLEM);
    check_part(&l, "The problem: nobody reads it", PART_PROBLEM);
    check_part(&l, "Problem \u2014 who has it", PART_PROBLEM);
    check_part(&l, "Leader\u2019s  quote", PART_LEADER_QUOTE);
    check_part(&l, "Internal FAQ (the hard ones)", PART_INTERNAL_FAQ);
    check_part(&l, "Internal/Stakeholder FAQ", PART_INTERNAL_FAQ);
    check_part(&l, "\u2753 FAQ", PART_FAQ);
    arena_deinit(&l.arena);
}

static void korean_and_other_labels_are_found(void **state)
{
    Labels l = load();

    (void)state;
    check_part(&l, "고객의 문제", PART_PROBLEM);
    check_part(&l, "3. 고객 FAQ", PART_EXTERNAL_FAQ);
    check_part(&l, "【내부 FAQ】", PART_INTERNAL_FAQ);
    check_part(&l, "10년이 지나도 변하지 않을 것", PART_UNCHANGING);
    check_part(&l, "외부 / 고객 FAQ", PART_EXTERNAL_FAQ);
    /* Decomposed, as a Mac writes file names. */
    check_part(&l, "\u1112\u1162\u1100\u1167\u11af", PART_SOLUTION);
    check_part(&l, "課題", PART_PROBLEM);
    arena_deinit(&l.arena);
}

static void a_gloss_of_the_list_itself_is_kept(void **state)
{
    Labels l = load();

    (void)state;
    check_part(&l, "Customer questions", PART_EXTERNAL_FAQ);
    check_part(&l, "Customer questions (Working Backwards)", PART_FIVE_QUESTIONS);
    check_part(&l, "5 customer questions", PART_FIVE_QUESTIONS);
    arena_deinit(&l.arena);
}

static void containers_have_roles_of_their_own(void **state)
{
    Labels l = load();

    (void)state;
    check_role(&l, "PR/FAQ", LABEL_DOCUMENT_TITLE);
    check_role(&l, "PR / FAQ: Lantern", LABEL_DOCUMENT_TITLE);
    check_role(&l, "Press Release", LABEL_PRESS_RELEASE);
    check_role(&l, "보도자료 (Press Release)", LABEL_PRESS_RELEASE);
    check_role(&l, "FOR RELEASE \u2014 SEPTEMBER 2027", LABEL_RELEASE_MARKER);
    arena_deinit(&l.arena);
}

static void other_words_are_no_label(void **state)
{
    Labels l = load();

    (void)state;
    check_none(&l, "");
    check_none(&l, "***");
    check_none(&l, "42");
    check_none(&l, "Problems we left for later");
    check_none(&l, "Lantern brings flour by text message");
    check_none(&l, "\xff\xfe");
    arena_deinit(&l.arena);
}

/* Two rows that fold to one text must not disagree about what it is. */
static void no_label_of_the_list_is_hidden_by_another(void **state)
{
    Labels l = load();
    Str tsv = {0};
    TsvRow row = {0};

    (void)state;
    CHECK(resource_find(STR("recognise.tsv"), &tsv));
    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row)) {
        const Label *found = label_find(l.items, l.count, row.fields[2]);
        CHECK(found);
        PartKind kind = PART_OTHER;
        if (part_kind_parse(row.fields[0], &kind)) {
            if (found->role != LABEL_PART || found->kind != kind)
                print_error("line %d\n", row.line);
            CHECK(found->role == LABEL_PART && found->kind == kind);
        } else {
            CHECK(found->role != LABEL_PART);
        }
    }
    arena_deinit(&l.arena);
}

RUN_TESTS(TEST(a_label_is_found_whatever_stands_around_it),
          TEST(korean_and_other_labels_are_found),
          TEST(a_gloss_of_the_list_itself_is_kept),
          TEST(containers_have_roles_of_their_own), TEST(other_words_are_no_label),
          TEST(no_label_of_the_list_is_hidden_by_another))
