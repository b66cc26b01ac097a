package org.laassoa.server.people;

/** Fired after something of a user, grant, token or session was changed through this server. */
record PeopleChanged() {}
