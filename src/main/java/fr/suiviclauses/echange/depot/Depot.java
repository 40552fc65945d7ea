package fr.suiviclauses.echange.depot;

import fr.suiviclauses.echange.ResultatImport;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A file deposited for import: its check, its outcome, its report. Who and whose it is are ids of other features. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Depot {

    private static final int TENTATIVES_MAXIMALES = 3;

    @Id
    @GeneratedValue(generator = "depot_seq")
    @SequenceGenerator(name = "depot_seq", sequenceName = "depot_seq")
    private Long id;

    private long structureId;

    @Enumerated(EnumType.STRING)
    private GenreDepot genre;

    private String nom;
    private long octets;
    private String empreinte;

    /** A workbook, else a CSV. */
    private boolean classeur;

    @Enumerated(EnumType.STRING)
    private EtatDepot etat;

    private Instant deposeLe;

    /** Null: the program itself. */
    private @Nullable Long deposePar;

    private @Nullable Instant confirmeLe;
    private @Nullable Long confirmePar;
    private @Nullable Instant finiLe;
    private @Nullable Instant annuleLe;
    private @Nullable Long annulePar;

    private @Nullable String etape;
    private @Nullable Integer lignesLues;
    private @Nullable Integer lignesPrevues;

    private @Nullable Integer lignes;
    private @Nullable Integer nouvelles;
    private @Nullable Integer modifiees;
    private @Nullable Integer inchangees;
    private @Nullable Integer enErreur;
    private @Nullable Integer totalErreurs;
    private @Nullable Integer totalAvertissements;
    private @Nullable Integer totalChangements;

    /** Why the file as a whole was refused, or why its import failed. */
    private @Nullable String refus;

    /** How often the work under way was begun. */
    private short tentatives;

    Depot(
            long structureId,
            GenreDepot genre,
            FichierDepose fichier,
            EtatDepot etat,
            @Nullable Long deposePar,
            Instant deposeLe) {
        this.structureId = structureId;
        this.genre = genre;
        this.nom = fichier.nom();
        this.octets = fichier.octets();
        this.empreinte = fichier.empreinte();
        this.classeur = fichier.classeur();
        this.lignesPrevues = fichier.lignesPrevues();
        this.etat = etat;
        this.deposePar = deposePar;
        this.deposeLe = deposeLe;
    }

    /** The work begins, perhaps again; false: it was begun too often, and must have killed the program each time. */
    boolean begin() {
        return ++tentatives <= TENTATIVES_MAXIMALES;
    }

    /** The check has come to its end: what it found is what confirming would do. */
    void checked(ResultatImport resultat, Instant moment) {
        take(resultat);
        etat = resultat.refuse() ? EtatDepot.REFUSE : EtatDepot.A_CONFIRMER;
        finiLe = moment;
    }

    /** Someone says to write it. */
    void confirm(long utilisateurId, Instant moment) {
        etat = EtatDepot.ECRITURE;
        tentatives = 0;
        confirmePar = utilisateurId;
        confirmeLe = moment;
        finiLe = null;
        etape = null;
        lignesLues = null;
        lignesPrevues = lignes;
    }

    /** It is written, or refused after all, because something changed since it was checked. */
    void imported(ResultatImport resultat, Instant moment) {
        take(resultat);
        etat = resultat.refuse() ? EtatDepot.REFUSE : EtatDepot.TERMINE;
        finiLe = moment;
    }

    /** The file as a whole can't be read. */
    void refuse(String phrase, Instant moment) {
        etat = EtatDepot.REFUSE;
        refus = phrase;
        finiLe = moment;
    }

    /** Something broke: nothing is written. */
    void fail(String phrase, Instant moment) {
        etat = EtatDepot.ECHEC;
        refus = phrase;
        finiLe = moment;
    }

    /** After a breakdown: from the check again. */
    void retry() {
        etat = EtatDepot.ANALYSE;
        tentatives = 0;
        etape = null;
        lignesLues = null;
        refus = null;
        finiLe = null;
        confirmeLe = null;
        confirmePar = null;
    }

    void abandon(Instant moment) {
        etat = EtatDepot.ABANDONNE;
        finiLe = moment;
    }

    /** All that it wrote was put back as it was before. */
    void cancel(long utilisateurId, Instant moment) {
        etat = EtatDepot.ANNULE;
        annulePar = utilisateurId;
        annuleLe = moment;
    }

    private void take(ResultatImport resultat) {
        lignes = resultat.lignes();
        nouvelles = resultat.nouvelles();
        modifiees = resultat.modifiees();
        inchangees = resultat.inchangees();
        enErreur = resultat.enErreur();
        totalErreurs = resultat.totalErreurs();
        totalAvertissements = resultat.totalAvertissements();
        totalChangements = resultat.totalChangements();
        etape = null;
        refus = null;
    }
}
