package fr.suiviclauses.beneficiaire;

import java.util.List;

/** Others may be the person being entered: they are shown first. */
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
