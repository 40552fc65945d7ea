package fr.suiviclauses.entreprise;

import java.util.List;

/** Companies bear nearly the same name as one being created: they are shown first. */
class JumellesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Jumelle> jumelles;

    JumellesException(List<Jumelle> jumelles) {
        super("likely twins");
        this.jumelles = List.copyOf(jumelles);
    }

    List<Jumelle> jumelles() {
        return jumelles;
    }
}
