#include "check.h"
#include "scratch.h"

#include "store/workspace.h"

typedef struct Place {
    Scratch scratch;
    Arena arena;
    Workspace w;
} Place;

static void enter(Place *p)
{
    *p = (Place){0};
    scratch_enter(&p->scratch);
    run("git init -q r");
    CHECK_INT(chdir("r"), 0);
    run("mkdir -p ideas/old notes .prfaq .hidden node_modules sub && git init -q sub");
    write_text("lantern.md", "---\ntitle: L\ntemplate: prfaq\n---\n# L\n");
    write_text("ideas/mill.md", "# M\n\n<!-- prfaq-id: problem -->\ntext\n");
    write_text("ideas/twin.md", "---\ntemplate: prfaq\n...\n");
    write_text("notes/twin.md", "---\ntitle: x\n---\ntemplate: no\n");
    write_text("notes/readme.MD", "just text\n");
    write_text("ideas/풍등.md", "\xef\xbb\xbf---\r\ntemplate: prfaq\r\n---\r\n");
    write_text(".prfaq/x.md", "---\ntemplate: prfaq\n---\n");
    write_text("node_modules/x.md", "---\ntemplate: prfaq\n---\n");
    write_text(".hidden/x.md", "---\ntemplate: prfaq\n---\n");
    write_text("sub/x.md", "---\ntemplate: prfaq\n---\n");
    workspace_find(".", &p->arena, &p->w);
}

static void leave(Place *p)
{
    arena_deinit(&p->arena);
    scratch_leave(&p->scratch);
}

static void check_document(Place *p, const char *doc, const char *path,
                           const char *relative, const char *name)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!workspace_document(&p->w, str_from(doc), &p->arena, &ref, &err))
        print_error("%s: %s\n", doc, err.message);
    CHECK_STR(ref.path, str_from(path));
    CHECK_STR(ref.relative, str_from(relative));
    CHECK_STR(ref.name, str_from(name));
}

static void a_document_is_a_path_or_a_name(void **state)
{
    Place p;
    (void)state;
    enter(&p);
    check_document(&p, "lantern", "lantern.md", "lantern.md", "lantern");
    check_document(&p, "lantern.md", "lantern.md", "lantern.md", "lantern");
    check_document(&p, "./lantern", "./lantern.md", "lantern.md", "lantern");
    check_document(&p, "mill", "ideas/mill.md", "ideas/mill.md", "ideas/mill");
    check_document(&p, "mill.md", "ideas/mill.md", "ideas/mill.md", "ideas/mill");
    check_document(&p, "ideas/twin", "ideas/twin.md", "ideas/twin.md", "ideas/twin");
    check_document(&p, "풍등", "ideas/풍등.md", "ideas/풍등.md", "ideas/풍등");
    /* The same in decomposed jamo, as a Mac types it. */
    check_document(
        &p, "\xe1\x84\x91\xe1\x85\xae\xe1\x86\xbc\xe1\x84\x83\xe1\x85\xb3\xe1\x86\xbc",
        "ideas/풍등.md", "ideas/풍등.md", "ideas/풍등");
    CHECK_INT(chdir("notes"), 0);
    check_document(&p, "twin", "twin.md", "notes/twin.md", "notes/twin");
    check_document(&p, "../lantern.md", "../lantern.md", "lantern.md", "lantern");
    check_document(&p, "ideas/twin",
                   path_join(&p.arena, p.w.root, STR("ideas/twin.md")).ptr,
                   "ideas/twin.md", "ideas/twin");
    write_text("../../out.md", "x");
    check_document(&p, "../../out.md", "../../out.md", "", "out");
    leave(&p);
}

static void check_refused(Place *p, const char *doc, int code, const char *message,
                          const char *hint)
{
    DocumentRef ref = {0};
    Error err = {0};

    CHECK(!workspace_document(&p->w, str_from(doc), &p->arena, &ref, &err));
    CHECK_INT(err.code, code);
    CHECK_STRZ(err.message, message);
    CHECK_STRZ(err.hint, hint);
}

static void what_is_not_there_is_said_with_what_is_near(void **state)
{
    Place p;
    (void)state;
    enter(&p);
    check_refused(&p, "lanten", ERR_NOT_FOUND, "there is no document \"lanten\"",
                  "did you mean \"lantern\"?");
    check_refused(&p, "zzzzzz", ERR_NOT_FOUND, "there is no document \"zzzzzz\"",
                  "see all documents with: prfaq list");
    check_refused(&p, "./mill", ERR_NOT_FOUND, "there is no document \"./mill\"",
                  "see all documents with: prfaq list");
    write_text("big.md", "x");
    check_refused(&p, "dir", ERR_NOT_FOUND, "there is no document \"dir\"",
                  "see all documents with: prfaq list");
    check_refused(&p, "twin", ERR_USAGE,
                  "more than one document is called \"twin\": ideas/twin.md, "
                  "notes/twin.md",
                  "give the path of the one you mean");
    check_refused(&p, "ideas", ERR_IO, "\"ideas\" is a folder", "name a file in it");
    check_refused(&p, "", ERR_USAGE, "the name of a document is missing", "");
    leave(&p);
}

/* The root user gets in anywhere: another one looks, in a process of its own. */
static void a_closed_folder_is_not_taken_for_an_empty_one(void **state)
{
    Place p;
    (void)state;
    enter(&p);
    run("mkdir closed; echo x >closed/in.md; chmod 0 closed; chmod 755 .");
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(2);
        DocumentRef ref = {0};
        Error err = {0};
        bool found = workspace_document(&p.w, STR("closed/in"), &p.arena, &ref, &err);
        bool said =
            strcmp(err.message, "cannot read \"closed/in\": permission denied") == 0;
        _exit(found || !said || err.code != ERR_IO);
    }
    int status = 1;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK_INT(status, 0);
    run("chmod 700 closed");
    leave(&p);
}

/* The reader of the caller. */
static bool holds(void *ctx, Str path, Str text)
{
    (void)ctx;
    return workspace_has_mark(text) || str_ends(path, STR("spoken.md"));
}

static void check_list(Place *p, bool all, const char *expected)
{
    const DocumentFilter filter = {all ? NULL : holds, NULL};
    const DocumentRef *refs = NULL;
    size_t count = 0;
    StrBuf b = {0};

    CHECK(workspace_list(&p->w, &filter, &p->arena, &refs, &count, NULL));
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&b, "%.*s ", STR_ARG(refs[i].name));
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
}

static void documents_are_told_from_other_markdown(void **state)
{
    Place p;
    (void)state;
    enter(&p);
    check_list(&p, false, "ideas/mill ideas/twin ideas/풍등 lantern ");
    check_list(&p, true,
               "ideas/mill ideas/twin ideas/풍등 lantern notes/readme notes/twin ");
    CHECK_INT(chdir(".."), 0);
    check_list(&p, false, "ideas/mill ideas/twin ideas/풍등 lantern ");
    Workspace none = {0};
    p.w = none;
    check_list(&p, true, "");
    leave(&p);
}

static void a_reader_says_what_else_is_a_document(void **state)
{
    const DocumentFilter filter = {holds, NULL};
    const Str *paths = NULL;
    size_t count = 0, found = 0;
    Place p;
    (void)state;
    enter(&p);
    write_text("notes/spoken.md", "words\n");
    check_list(&p, false, "ideas/mill ideas/twin ideas/풍등 lantern notes/spoken ");
    CHECK(folder_documents(STR("notes"), &filter, &p.arena, &paths, &count, &found,
                           NULL));
    CHECK_INT(count, 1);
    CHECK_INT(found, 3);
    CHECK_STR(paths[0], STR("notes/spoken.md"));
    CHECK(workspace_looks_at(STR("notes/spoken.md")));
    CHECK(workspace_looks_at(STR(".md")));
    CHECK(!workspace_looks_at(STR("a/.hidden/x.md")));
    CHECK(!workspace_looks_at(STR("node_modules/x.md")));
    /* A folder that is named may hold repositories. */
    CHECK(folder_documents(STR("."), &filter, &p.arena, &paths, &count, &found, NULL));
    CHECK_INT(count, 6);
    leave(&p);
}

static void names_of_new_documents_are_safe_everywhere(void **state)
{
    static const char *const good[][2] = {
        {"lantern", "lantern.md"},
        {" Paper  Lantern ", "Paper-Lantern.md"},
        {"lantern.md", "lantern.md"},
        {"풍등\xe3\x80\x80축제", "풍등-축제.md"},
        {"e\xcc\x81t\xc3\xa9", "\xc3\xa9t\xc3\xa9.md"},
        {"v1.2", "v1.2.md"},
    };
    static const char *const bad[] = {"",
                                      " ",
                                      "a/b",
                                      "..",
                                      ".x",
                                      "-x",
                                      "a\nb",
                                      "CON",
                                      "com1",
                                      "git~1",
                                      "a\\b",
                                      "a:b",
                                      "a\x1b",
                                      "\xff",
                                      "x.",
                                      ".md",
                                      ("a\xe2\x80\xae"
                                       "b")};
    Arena a = {0};
    Str file = {0};
    Error err = {0};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        CHECK(workspace_new_name(str_from(good[i][0]), &a, &file, NULL));
        CHECK_STR(file, str_from(good[i][1]));
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        if (workspace_new_name(str_from(bad[i]), &a, &file, &err))
            print_error("accepted %s\n", bad[i]);
        CHECK_INT(err.code, ERR_USAGE);
        err = (Error){0};
    }
    arena_deinit(&a);
}

RUN_TESTS(TEST(a_document_is_a_path_or_a_name),
          TEST(what_is_not_there_is_said_with_what_is_near),
          TEST(a_closed_folder_is_not_taken_for_an_empty_one),
          TEST(documents_are_told_from_other_markdown),
          TEST(a_reader_says_what_else_is_a_document),
          TEST(names_of_new_documents_are_safe_everywhere))
