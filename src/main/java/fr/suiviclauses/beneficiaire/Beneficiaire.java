package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.referentiel.Sexe;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A human being, once. What an entry says of her is as it was that day; here is what holds today. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Beneficiaire {

    @Id
    @GeneratedValue(generator = "beneficiaire_seq")
    @SequenceGenerator(name = "beneficiaire_seq", sequenceName = "beneficiaire_seq")
    private Long id;

    private long structureId;
    private @Nullable String reference;

    /** Null once the person is anonymised, as are her first name and birth. */
    private @Nullable String nom;

    private @Nullable String prenom;
    private @Nullable LocalDate naissance;

    @Enumerated(EnumType.STRING)
    private Sexe sexe;

    private @Nullable String adresse;
    private @Nullable String codePostal;
    private @Nullable String commune;
    private @Nullable String telephone;
    private @Nullable String courriel;

    /** 0; a confirmed homonym takes the next rank, with a reason. */
    private short rangHomonyme;

    private @Nullable String motifHomonyme;
    private boolean actif = true;

    /** The record that this one was merged into; null for one that stands for itself. */
    private @Nullable Long fusionneDans;

    @Version
    private int version;

    Beneficiaire(long structureId, Saisie saisie) {
        this.structureId = structureId;
        write(saisie);
    }

    final void write(Saisie saisie) {
        this.nom = saisie.nom();
        this.prenom = saisie.prenom();
        this.naissance = saisie.naissance();
        this.sexe = saisie.sexe();
        this.reference = saisie.reference();
        this.adresse = saisie.adresse();
        this.codePostal = saisie.codePostal();
        this.commune = saisie.commune();
        this.telephone = saisie.telephone();
        this.courriel = saisie.courriel();
    }

    void homonym(int rang, @Nullable String motif) {
        this.rangHomonyme = (short) rang;
        this.motifHomonyme = rang == 0 ? null : motif;
    }

    void activate(boolean actif) {
        this.actif = actif;
    }
}
