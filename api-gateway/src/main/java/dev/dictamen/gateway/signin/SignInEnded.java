package dev.dictamen.gateway.signin;

/**
 * A sign-in ended before its time, so its sockets end too.
 *
 * @param username whose
 * @param family which sign-in
 * @param othersInstead whether this one stays and every other one of the user ended
 */
public record SignInEnded(String username, String family, boolean othersInstead) {
    /** Whether this sign-in is one that ended. */
    public boolean covers(String user, String signIn) {
        return othersInstead ? user.equals(username) && !signIn.equals(family) : signIn.equals(family);
    }
}
