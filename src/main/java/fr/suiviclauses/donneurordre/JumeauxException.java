package fr.suiviclauses.donneurordre;

import java.util.List;

/** Buyers bear nearly the same name as one being created: they are shown first. */
class JumeauxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Jumeau> jumeaux;

    JumeauxException(List<Jumeau> jumeaux) {
        super("likely twins");
        this.jumeaux = List.copyOf(jumeaux);
    }

    List<Jumeau> jumeaux() {
        return jumeaux;
    }
}
