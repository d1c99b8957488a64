/* shared_ring.c: which groups are drawn, and in what order they lie on the ring. All in whole numbers, so that every machine
 * draws the same. */
#include "explain/shared_members.h"

static int place_of(const SharedRing *ring, int group)
{
    int at = 0;
    while (at < ring->n_groups && ring->groups[at] != group) at++;
    return at;
}

/* Links by strength, until one brings a group too many. */
static void choose(SharedRing *ring, const SharedMembers *shared)
{
    for (int i = 0; i < shared->n_links && i < RING_LINKS_MOST; i++) {
        const SharedLink *link = &shared->links[i];
        bool new_one = place_of(ring, link->one) == ring->n_groups, new_other = place_of(ring, link->other) == ring->n_groups;
        if (ring->n_groups + new_one + new_other > RING_GROUPS_MOST) return;
        if (new_one) ring->groups[ring->n_groups++] = link->one;
        if (new_other) ring->groups[ring->n_groups++] = link->other;
        ring->n_links++;
    }
}

/* People shared by each two groups of the ring, by their places as chosen. */
typedef struct Sharing {
    int n, people[RING_GROUPS_MOST][RING_GROUPS_MOST];
} Sharing;

static void count_sharing(Sharing *sharing, const SharedRing *ring, const SharedMembers *shared)
{
    *sharing = (Sharing){.n = ring->n_groups};
    for (int i = 0; i < ring->n_links; i++) {
        int one = place_of(ring, shared->links[i].one), other = place_of(ring, shared->links[i].other);
        sharing->people[one][other] = sharing->people[other][one] = shared->links[i].n;
    }
}

static int way(int n, int a, int b)
{
    int apart = a > b ? a - b : b - a;
    return apart < n - apart ? apart : n - apart;
}

/* What one group's lines come to in this order. */
static int64_t reach(const Sharing *sharing, const int *order, int at)
{
    int64_t length = 0;
    for (int i = 0; i < sharing->n; i++) length += (int64_t)sharing->people[order[at]][order[i]] * way(sharing->n, at, i);
    return length;
}

static void swap(int *order, int a, int b)
{
    int kept = order[a];
    order[a] = order[b];
    order[b] = kept;
}

/* Whether two groups do better in each other's place; if so they are left there. */
static bool swapped(const Sharing *sharing, int *order, int a, int b)
{
    int64_t before = reach(sharing, order, a) + reach(sharing, order, b);
    swap(order, a, b);
    if (reach(sharing, order, a) + reach(sharing, order, b) < before) return true;
    swap(order, a, b);
    return false;
}

/* Next to the last placed the one that shares most with it, and among such with all placed. */
static void order_by_sharing(int *order, const Sharing *sharing)
{
    for (int at = 1; at < sharing->n; at++) {
        int best = at, most = -1;
        for (int i = at; i < sharing->n; i++) {
            int with_all = 0;
            for (int j = 0; j < at; j++) with_all += sharing->people[order[i]][order[j]];
            int worth = 1000 * sharing->people[order[i]][order[at - 1]] + with_all;
            if (worth <= most) continue;
            most = worth;
            best = i;
        }
        swap(order, at, best);
    }
}

void shared_ring_make(SharedRing *out, const SharedMembers *shared)
{
    enum { ROUNDS = 30 };
    Sharing sharing;
    int order[RING_GROUPS_MOST], chosen[RING_GROUPS_MOST];
    *out = (SharedRing){.n_groups = 0};
    choose(out, shared);
    count_sharing(&sharing, out, shared);
    for (int i = 0; i < out->n_groups; i++) {
        order[i] = i;
        chosen[i] = out->groups[i];
    }
    order_by_sharing(order, &sharing);
    bool better = true;
    for (int round = 0; better && round < ROUNDS; round++) {
        better = false;
        for (int a = 0; a < sharing.n; a++)
            for (int b = a + 1; b < sharing.n; b++) better |= swapped(&sharing, order, a, b);
    }
    for (int i = 0; i < out->n_groups; i++) out->groups[i] = chosen[order[i]];
}

int64_t shared_ring_length(const SharedRing *ring, const SharedMembers *shared)
{
    int64_t length = 0;
    for (int i = 0; i < ring->n_links; i++) {
        const SharedLink *link = &shared->links[i];
        length += (int64_t)link->n * way(ring->n_groups, place_of(ring, link->one), place_of(ring, link->other));
    }
    return length;
}
