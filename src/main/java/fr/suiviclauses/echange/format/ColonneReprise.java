package fr.suiviclauses.echange.format;

import static fr.suiviclauses.echange.format.Colonne.Presence.AVEC_PERSONNE;
import static fr.suiviclauses.echange.format.Colonne.Presence.FACULTATIVE;
import static fr.suiviclauses.echange.format.Colonne.Presence.TOUJOURS;

import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.Sexe;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.referentiel.TypeOperation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The columns of the reprise file, in the order of its template; from the person's reference on, they are a person's. */
public enum ColonneReprise implements Colonne {
    DONNEUR_ORDRE(TOUJOURS),
    DONNEUR_ORDRE_NATURE(TOUJOURS),
    CHARTE_SBA(FACULTATIVE),
    CHARTE_SBA_DEBUT(FACULTATIVE, "date"),
    CHARTE_SBA_FIN(FACULTATIVE, "date"),
    MARCHE(TOUJOURS),
    MARCHE_OBJET(FACULTATIVE),
    MARCHE_TYPE(TOUJOURS),
    MARCHE_NOTIFICATION(TOUJOURS, "date"),
    MARCHE_FIN(TOUJOURS, "date"),
    OPERATION(FACULTATIVE),
    OPERATION_TYPE(FACULTATIVE),
    OPERATION_OBJECTIF(FACULTATIVE, "numeric(12, 2)"),
    LOT(FACULTATIVE),
    LOT_OBJET(FACULTATIVE),
    FAMILLE(TOUJOURS),
    GROUPE_FAMILLE(TOUJOURS),
    CLAUSES(TOUJOURS),
    OBLIGATION(FACULTATIVE, "numeric(12, 2)"),
    ENTREPRISE(TOUJOURS),
    ENTREPRISE_SIREN(FACULTATIVE),
    ENTREPRISE_TYPE(FACULTATIVE),
    ENTREPRISE_ROLE(FACULTATIVE),
    BENEFICIAIRE_REF(FACULTATIVE),
    NOM(AVEC_PERSONNE),
    PRENOM(AVEC_PERSONNE),
    NAISSANCE(AVEC_PERSONNE, "date"),
    SEXE(FACULTATIVE),
    ENTREE(FACULTATIVE, "date"),
    COMMUNE_INSEE(FACULTATIVE),
    METROPOLE(FACULTATIVE),
    QPV(FACULTATIVE),
    DIPLOME(FACULTATIVE),
    CRITERES(AVEC_PERSONNE),
    PRESCRIPTEUR(FACULTATIVE),
    CONTRAT_REF(FACULTATIVE),
    EMPLOYEUR(FACULTATIVE),
    EMPLOYEUR_SIREN(FACULTATIVE),
    EMPLOYEUR_TYPE(FACULTATIVE),
    MODALITE(AVEC_PERSONNE),
    CONTRAT_TYPE(FACULTATIVE),
    CONTRAT_DEBUT(AVEC_PERSONNE, "date"),
    CONTRAT_FIN(FACULTATIVE, "date"),
    MOIS(AVEC_PERSONNE, "date"),
    HEURES(AVEC_PERSONNE, "numeric(5, 2)"),
    STATUT(FACULTATIVE);

    private static final List<String> OUI_NON = List.of("OUI", "NON");
    private static final BigDecimal CENTIEME = new BigDecimal("0.01");
    private static final BigDecimal MILLIARDS = new BigDecimal("9999999999.99");

    private final Presence presence;
    private final String typeSql;

    ColonneReprise(Presence presence) {
        this(presence, "text");
    }

    ColonneReprise(Presence presence, String typeSql) {
        this.presence = presence;
        this.typeSql = typeSql;
    }

    @Override
    public String nom() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String typeSql() {
        return typeSql;
    }

    @Override
    public Presence presence() {
        return presence;
    }

    @Override
    public boolean reference() {
        return switch (this) {
            case MARCHE, LOT, CONTRAT_REF, ENTREPRISE_SIREN, EMPLOYEUR_SIREN -> true;
            default -> false;
        };
    }

    @Override
    public List<? extends Libelle> codes() {
        return switch (this) {
            case DONNEUR_ORDRE_NATURE -> List.of(NatureDonneurOrdre.values());
            case MARCHE_TYPE -> List.of(TypeMarche.values());
            case OPERATION_TYPE -> List.of(TypeOperation.values());
            case CLAUSES -> List.of(TypeClause.values());
            case ENTREPRISE_TYPE, EMPLOYEUR_TYPE -> List.of(TypeEntreprise.values());
            case ENTREPRISE_ROLE -> List.of(RoleParticipation.values());
            case SEXE -> List.of(Sexe.values());
            case QPV -> List.of(Qpv.values());
            case DIPLOME -> List.of(Diplome.values());
            case CRITERES -> List.of(Critere.values());
            case MODALITE -> List.of(Modalite.values());
            case CONTRAT_TYPE -> List.of(TypeContrat.values());
            case STATUT -> List.of(StatutHeures.values());
            default -> List.of();
        };
    }

    /** A line with nothing in these columns declares a lot without hours. */
    boolean personne() {
        return compareTo(BENEFICIAIRE_REF) >= 0;
    }

    /** How its cells are read; months and births are not in the future of the structure's day. */
    Lecture lecture(LocalDate aujourdhui) {
        return switch (this) {
            case DONNEUR_ORDRE, OPERATION, FAMILLE, GROUPE_FAMILLE, ENTREPRISE, EMPLOYEUR -> Lecture.texte(300);
            case MARCHE, LOT, BENEFICIAIRE_REF, CONTRAT_REF -> Lecture.texte(100);
            case NOM, PRENOM -> Lecture.texte(150);
            case PRESCRIPTEUR -> Lecture.texte(300);
            case MARCHE_OBJET, LOT_OBJET -> Lecture.texteLibre(4000);
            case CHARTE_SBA, METROPOLE -> Codes.of(OUI_NON);
            case CLAUSES, CRITERES -> Codes.several(codes());
            case DONNEUR_ORDRE_NATURE,
                    MARCHE_TYPE,
                    OPERATION_TYPE,
                    ENTREPRISE_TYPE,
                    EMPLOYEUR_TYPE,
                    ENTREPRISE_ROLE,
                    SEXE,
                    QPV,
                    DIPLOME,
                    MODALITE,
                    CONTRAT_TYPE,
                    STATUT -> Codes.one(codes());
            case ENTREPRISE_SIREN, EMPLOYEUR_SIREN -> Lecture.siren();
            case COMMUNE_INSEE -> Lecture.commune();
            case NAISSANCE -> Lecture.datePassee(aujourdhui);
            case CHARTE_SBA_DEBUT,
                    CHARTE_SBA_FIN,
                    MARCHE_NOTIFICATION,
                    MARCHE_FIN,
                    ENTREE,
                    CONTRAT_DEBUT,
                    CONTRAT_FIN -> Lecture.date();
            case MOIS -> Lecture.mois(aujourdhui);
            case OPERATION_OBJECTIF ->
                Lecture.heures(CENTIEME, MILLIARDS, "Un objectif en heures est plus grand que 0.");
            case OBLIGATION -> Lecture.heures(BigDecimal.ZERO, MILLIARDS, "Cette obligation est hors de mesure.");
            case HEURES ->
                Lecture.heures(
                        CENTIEME,
                        BigDecimal.valueOf(744),
                        "Des heures dans un mois sont plus grandes que 0 et d’au plus 744.");
        };
    }
}
