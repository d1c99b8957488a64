/* shared_members.h: groups joined by people who serve in both, the linking pins, and a ring on which such groups lie near each
 * other. */
#ifndef EXPLAIN_SHARED_MEMBERS_H
#define EXPLAIN_SHARED_MEMBERS_H

#include "explain/result_index.h"

/* Two groups with people in common. */
typedef struct SharedLink {
    int one, other; /* Model.groups, one < other */
    int first, n;   /* SharedMembers.people */
} SharedLink;

typedef struct SharedMembers {
    SharedLink *links; /* most people first, then by groups */
    int n_links;
    int *people;    /* of each link, ascending */
    int n_people;   /* different ones who join two groups of a link */
    int n_groups;   /* of the scope, with members */
    int n_linked;   /* of these, those in a link */
    int n_clusters; /* parts that no link joins, of all groups in links */
    int *alone;     /* [n_alone] of the scope, with members and in no link */
    int n_alone;
} SharedMembers;

/**
 * The links with at least one group of the scope. Groups without members are no part of it.
 * Errors: CADRE_NO_MEMORY. Cost O(k log k) for k pairs of groups that one person serves in, summed over people.
 */
CadreStatus shared_members_make(SharedMembers *out, const ResultIndex *index, const ResultScope *scope, Arena *arena,
                                CadreError *err);

enum { RING_GROUPS_MOST = 60, RING_LINKS_MOST = 60 };

/* The strongest links, as far as they and their groups are few enough to be seen apart, and their groups in the order of a ring
 * on which much-shared neighbours lie close together. */
typedef struct SharedRing {
    int groups[RING_GROUPS_MOST]; /* Model.groups, around the ring */
    int n_groups;
    int n_links; /* the first of SharedMembers.links that are shown; no other is */
} SharedRing;

/* Cost O(groups^2 * links shown), at most a few million steps. */
void shared_ring_make(SharedRing *out, const SharedMembers *shared);

/* What the order of the ring comes to: of all links the people times the places between the two groups, the shorter way. */
int64_t shared_ring_length(const SharedRing *ring, const SharedMembers *shared);

#endif
