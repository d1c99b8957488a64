#include "base/files.h"
#include "scratch.h"

#include <criterion/criterion.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static Arena *arena;
static char folder[SCRATCH_SIZE];
static CadreError err;

static void set_up(void)
{
    arena = arena_create(NULL);
    cr_assert(scratch_folder(folder, "files"));
}

static void tear_down(void)
{
    char command[128];
    files_fail_after(-1, 0);
    files_without_exchange(false);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}

TestSuite(files, .init = set_up, .fini = tear_down);

static const char *in_folder(const char *name) { return arena_print(arena, "%s/%s", folder, name); }

static void must_write(const char *path, const char *text)
{
    cr_assert_eq(file_write(path, text, strlen(text), &err), CADRE_OK, "%s", err.text);
}

static void expect_text(const char *path, const char *text)
{
    char *bytes;
    size_t size;
    cr_assert_eq(file_read(&bytes, &size, path, arena, &err), CADRE_OK, "%s", err.text);
    cr_assert_eq(size, strlen(text));
    cr_assert_str_eq(bytes, text);
}

static int entries_of(const char *path)
{
    const char *const *names;
    int n = -1;
    cr_assert_eq(folder_list(&names, &n, path, arena, &err), CADRE_OK, "%s", err.text);
    return n;
}

static void expect_fault(CadreStatus status, const char *ending)
{
    cr_assert_eq(status, CADRE_IO);
    size_t length = strlen(err.text), tail = strlen(ending);
    cr_assert(length >= tail && strcmp(err.text + length - tail, ending) == 0, "%s", err.text);
    cr_assert_null(strchr(err.text, '\n'));
}

Test(files, write_and_read_back)
{
    must_write(in_folder("a"), "one\ntwo");
    expect_text(in_folder("a"), "one\ntwo");
    must_write(in_folder("a"), "");
    expect_text(in_folder("a"), "");
}

Test(files, written_for_the_owner_only)
{
    struct stat about;
    must_write(in_folder("a"), "x");
    cr_assert_eq(stat(in_folder("a"), &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0600);
    cr_assert_eq(folder_create(in_folder("f"), &err), CADRE_OK);
    cr_assert_eq(stat(in_folder("f"), &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0700);
}

Test(files, read_refuses_what_is_no_plain_file)
{
    char *bytes;
    size_t size;
    expect_fault(file_read(&bytes, &size, folder, arena, &err), ": is a folder, not a file");
    expect_fault(file_read(&bytes, &size, "/dev/null", arena, &err),
                 "/dev/null: is a device or a pipe, not a file saved on disk");
    expect_fault(file_read(&bytes, &size, in_folder("none"), arena, &err), "none: No such file or directory");
    cr_assert_eq(mkfifo(in_folder("pipe"), 0600), 0);
    expect_fault(file_read(&bytes, &size, in_folder("pipe"), arena, &err),
                 "pipe: is a device or a pipe, not a file saved on disk");
    must_write(in_folder("big"), "");
    cr_assert_eq(truncate(in_folder("big"), (off_t)3 << 30), 0);
    expect_fault(file_read(&bytes, &size, in_folder("big"), arena, &err), "big: has over 2 GB, more than Cadre reads");
}

Test(files, write_refuses_a_folder_in_place_of_a_file)
{
    cr_assert_eq(folder_create(in_folder("f"), &err), CADRE_OK);
    expect_fault(file_write(in_folder("f"), "x", 1, &err), "f: is a folder, not a file");
    expect_fault(file_replace(in_folder("f"), "x", 1, &err), "f: is a folder, not a file");
    expect_fault(file_replace("/dev/null", "x", 1, &err), "/dev/null: is a device or a pipe, not a file saved on disk");
    cr_assert_eq(entries_of(folder), 1);
}

Test(files, exists_tells_absence_from_doubt)
{
    cr_assert(!file_exists(in_folder("none")));
    must_write(in_folder("a"), "x");
    cr_assert(file_exists(in_folder("a")));
    cr_assert(!folder_exists(in_folder("a")));
    cr_assert(folder_exists(folder));
    files_fail_after(0, EIO);
    cr_assert(file_exists(in_folder("none")));
}

/* A fault at each operation in turn leaves no new file, and an old one as it was. */
static int faults_of_write(CadreStatus (*write_file)(const char *, const char *, size_t, CadreError *), const char *path)
{
    for (int n = 0;; n++) {
        files_fail_after(n, ENOSPC);
        CadreStatus status = write_file(path, "new", 3, &err);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) return n;
        expect_fault(status, ": No space left on device");
        if (!file_exists(path)) continue;
        char *bytes;
        size_t size;
        cr_assert_eq(file_read(&bytes, &size, path, arena, &err), CADRE_OK);
        cr_assert(strcmp(bytes, "old") == 0 || strcmp(bytes, "new") == 0, "partial text '%s'", bytes);
    }
}

Test(files, full_disk_leaves_nothing_partial)
{
    cr_assert_geq(faults_of_write(file_write, in_folder("a")), 3);
    cr_assert_geq(faults_of_write(file_replace, in_folder("b")), 4);
    cr_assert_eq(entries_of(folder), 2);
}

Test(files, replace_keeps_the_old_until_the_new_is_complete)
{
    must_write(in_folder("a"), "old");
    cr_assert_geq(faults_of_write(file_replace, in_folder("a")), 5);
    expect_text(in_folder("a"), "new");
    cr_assert_eq(entries_of(folder), 1);
}

Test(files, replace_follows_a_link)
{
    must_write(in_folder("a"), "old");
    cr_assert_eq(symlink("a", in_folder("link")), 0);
    cr_assert_eq(file_replace(in_folder("link"), "new", 3, &err), CADRE_OK);
    expect_text(in_folder("a"), "new");
}

Test(files, list_is_sorted)
{
    const char *const *names;
    int n;
    must_write(in_folder("b"), "");
    must_write(in_folder("a"), "");
    must_write(in_folder("B"), "");
    cr_assert_eq(folder_list(&names, &n, folder, arena, &err), CADRE_OK);
    cr_assert_eq(n, 3);
    cr_assert_str_eq(names[0], "B");
    cr_assert_str_eq(names[2], "b");
    expect_fault(folder_list(&names, &n, in_folder("a"), arena, &err), "a: Not a directory");
}

Test(files, read_faults_are_told)
{
    must_write(in_folder("a"), "text");
    for (int n = 0;; n++) {
        char *bytes;
        size_t size;
        files_fail_after(n, EIO);
        CadreStatus status = file_read(&bytes, &size, in_folder("a"), arena, &err);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) break;
        expect_fault(status, "a: Input/output error");
    }
}

static void make_folder_with(const char *name, const char *text)
{
    cr_assert_eq(folder_create(in_folder(name), &err), CADRE_OK, "%s", err.text);
    must_write(arena_print(arena, "%s/%s/file", folder, name), text);
}

/* A fault at each operation in turn leaves the old folder in place and the fresh one beside it. */
static void exchange_through_faults(bool with_old)
{
    for (int n = 0;; n++) {
        files_fail_after(n, EIO);
        CadreStatus status = folder_exchange(in_folder("fresh"), in_folder("result"), &err);
        files_fail_after(-1, 0);
        if (status == CADRE_OK) break;
        expect_fault(status, ": Input/output error");
        expect_text(in_folder("fresh/file"), "new");
        if (with_old) expect_text(in_folder("result/file"), "old");
        cr_assert_eq(entries_of(folder), with_old ? 2 : 1);
    }
    expect_text(in_folder("result/file"), "new");
    cr_assert_eq(entries_of(folder), 1);
}

Test(files, exchange_with_nothing)
{
    make_folder_with("fresh", "new");
    exchange_through_faults(false);
}

Test(files, exchange_with_an_old_folder)
{
    make_folder_with("fresh", "new");
    make_folder_with("result", "old");
    exchange_through_faults(true);
}

Test(files, exchange_by_two_renames)
{
    files_without_exchange(true);
    make_folder_with("fresh", "new");
    make_folder_with("result", "old");
    exchange_through_faults(true);
}

Test(files, remove_refuses_folders_in_it)
{
    make_folder_with("outer", "x");
    cr_assert_eq(folder_create(in_folder("outer/inner"), &err), CADRE_OK);
    expect_fault(folder_remove(in_folder("outer"), &err), "outer: Is a directory");
}
