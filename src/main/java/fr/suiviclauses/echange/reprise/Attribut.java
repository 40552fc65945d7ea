package fr.suiviclauses.echange.reprise;

import static fr.suiviclauses.echange.reprise.Chose.CONTRAT;
import static fr.suiviclauses.echange.reprise.Chose.DONNEUR;
import static fr.suiviclauses.echange.reprise.Chose.ENTREE;
import static fr.suiviclauses.echange.reprise.Chose.ENTREPRISE;
import static fr.suiviclauses.echange.reprise.Chose.FAMILLE;
import static fr.suiviclauses.echange.reprise.Chose.HEURE;
import static fr.suiviclauses.echange.reprise.Chose.LOT;
import static fr.suiviclauses.echange.reprise.Chose.MARCHE;
import static fr.suiviclauses.echange.reprise.Chose.OPERATION;
import static fr.suiviclauses.echange.reprise.Chose.PERSONNE;

import java.util.List;
import java.util.Set;

/**
 * Something that lines say of a thing: in the thing's table, {@code a}, {@code a_max} and {@code a_avant}.
 *
 * @param nom its column in the thing's table
 * @param colonne the file's column, as an SQL expression
 * @param valeur what a line says, as an SQL expression
 * @param vu what a line says, as shown
 * @param apres what the thing will say, as shown
 * @param avant what is stored, as shown
 * @param roles whether lines may contradict each other about it, and whether an import may change it
 */
record Attribut(
        Chose chose,
        String nom,
        String colonne,
        String valeur,
        String vu,
        String apres,
        String avant,
        Set<Role> roles) {

    enum Role {
        CONTRADICTION,
        CHANGEMENT
    }

    private static final Set<Role> TOUT = Set.of(Role.CONTRADICTION, Role.CHANGEMENT);

    /** All that the lines of a reprise say, but for the keys. */
    static final List<Attribut> REPRISE = List.of(
            name(DONNEUR, "donneur_ordre"),
            text(DONNEUR, "nature", "donneur_ordre_nature"),
            text(DONNEUR, "charte", "charte_sba"),
            date(DONNEUR, "charte_debut", "charte_sba_debut"),
            date(DONNEUR, "charte_fin", "charte_sba_fin"),
            name(OPERATION, "operation"),
            text(OPERATION, "type", "operation_type"),
            number(OPERATION, "objectif", "operation_objectif", TOUT),
            name(FAMILLE, "famille"),
            text(FAMILLE, "groupe", "groupe_famille").with("r.groupe", "r.groupe", Set.of(Role.CONTRADICTION)),
            text(MARCHE, "objet", "marche_objet"),
            text(MARCHE, "type", "marche_type"),
            date(MARCHE, "notification", "marche_notification"),
            date(MARCHE, "fin", "marche_fin"),
            text(MARCHE, "operation_n", "operation")
                    .with("r.operation_n", "r.operation", TOUT)
                    .shown("x.operation_nom", "x.operation_nom_avant"),
            text(LOT, "objet", "lot_objet"),
            text(LOT, "famille_n", "famille")
                    .with("r.famille_n", "r.famille", TOUT)
                    .shown("x.famille_nom", "x.famille_nom_avant"),
            text(LOT, "clauses", "clauses"),
            number(LOT, "obligation", "obligation", TOUT),
            new Attribut(ENTREPRISE, "norme", "r.prefixe", "r.norme", "r.nom", "", "", Set.of(Role.CONTRADICTION)),
            new Attribut(
                    ENTREPRISE, "nom", "r.prefixe", "r.nom", "r.nom", "x.nom", "x.nom_avant", Set.of(Role.CHANGEMENT)),
            new Attribut(
                    ENTREPRISE,
                    "siren",
                    "r.prefixe || '_siren'",
                    "r.siren",
                    "r.siren",
                    "x.siren",
                    "x.siren_avant",
                    Set.of(Role.CHANGEMENT)),
            new Attribut(
                    ENTREPRISE, "type", "r.prefixe || '_type'", "r.type", "r.type", "x.type", "x.type_avant", TOUT),
            text(PERSONNE, "reference", "beneficiaire_ref").only(Role.CHANGEMENT),
            text(PERSONNE, "nom_n", "nom").with("r.nom_n", "r.nom", Set.of(Role.CONTRADICTION)),
            text(PERSONNE, "prenom_n", "prenom").with("r.prenom_n", "r.prenom", Set.of(Role.CONTRADICTION)),
            name(PERSONNE, "nom"),
            text(PERSONNE, "prenom", "prenom").only(Role.CHANGEMENT),
            date(PERSONNE, "naissance", "naissance"),
            text(PERSONNE, "sexe", "sexe"),
            text(ENTREE, "commune", "commune_insee"),
            text(ENTREE, "metropole", "metropole"),
            text(ENTREE, "qpv", "qpv"),
            text(ENTREE, "diplome", "diplome"),
            text(ENTREE, "criteres", "criteres"),
            text(ENTREE, "prescripteur", "prescripteur"),
            text(CONTRAT, "reference", "contrat_ref").only(Role.CHANGEMENT),
            text(CONTRAT, "personne_id", "contrat_ref")
                    .with(
                            "k.personne_id",
                            "coalesce(r.beneficiaire_ref, r.prenom || ' ' || r.nom)",
                            Set.of(Role.CONTRADICTION)),
            text(CONTRAT, "employeur_id", "employeur")
                    .with("k.employeur_id", "coalesce(r.employeur, r.employeur_siren)", TOUT)
                    .shown("x.employeur_nom", "x.employeur_nom_avant"),
            text(CONTRAT, "modalite", "modalite"),
            text(CONTRAT, "type", "contrat_type"),
            date(CONTRAT, "debut", "contrat_debut"),
            date(CONTRAT, "fin", "contrat_fin"),
            number(HEURE, "heures", "heures", Set.of(Role.CHANGEMENT)),
            text(HEURE, "statut", "statut").only(Role.CHANGEMENT));

    /** What the lines of a file of hours say: a blank says nothing. */
    static final List<Attribut> HEURES = List.of(
            number(HEURE, "heures", "heures", Set.of(Role.CHANGEMENT)),
            text(HEURE, "statut", "statut").only(Role.CHANGEMENT),
            text(HEURE, "motif", "motif").only(Role.CHANGEMENT),
            text(HEURE, "justification", "justification").only(Role.CHANGEMENT));

    boolean is(Role role) {
        return roles.contains(role);
    }

    private static Attribut text(Chose chose, String nom, String colonne) {
        return new Attribut(
                chose,
                nom,
                "'" + colonne + "'",
                "r." + colonne,
                "r." + colonne,
                "x." + nom,
                "x." + nom + "_avant",
                TOUT);
    }

    /** Its spelling may change, never what tells it from others. */
    private static Attribut name(Chose chose, String colonne) {
        return text(chose, "nom", colonne).only(Role.CHANGEMENT);
    }

    private static Attribut date(Chose chose, String nom, String colonne) {
        return new Attribut(
                chose,
                nom,
                "'" + colonne + "'",
                "r." + colonne,
                jour("r." + colonne),
                jour("x." + nom),
                jour("x." + nom + "_avant"),
                TOUT);
    }

    private static Attribut number(Chose chose, String nom, String colonne, Set<Role> roles) {
        return new Attribut(
                chose,
                nom,
                "'" + colonne + "'",
                "r." + colonne,
                nombre("r." + colonne),
                nombre("x." + nom),
                nombre("x." + nom + "_avant"),
                roles);
    }

    private Attribut with(String valeur, String vu, Set<Role> roles) {
        return new Attribut(chose, nom, colonne, valeur, vu, apres, avant, roles);
    }

    private Attribut shown(String apres, String avant) {
        return new Attribut(chose, nom, colonne, valeur, vu, apres, avant, roles);
    }

    private Attribut only(Role role) {
        return new Attribut(chose, nom, colonne, valeur, vu, apres, avant, Set.of(role));
    }

    private static String jour(String expression) {
        return "to_char(" + expression + ", 'DD/MM/YYYY')";
    }

    private static String nombre(String expression) {
        return "replace(" + expression + "::text, '.', ',')";
    }
}
