package fr.suiviclauses.accueil;

/** What an administrator begins with: what there is, and where it is kept. */
record AdministrationPage(
        String donneursOrdres,
        String donneursSansSiret,
        String familles,
        String parametres,
        String imports,
        String importsEnAttente) {}
