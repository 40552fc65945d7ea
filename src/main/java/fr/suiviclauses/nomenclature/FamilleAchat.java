package fr.suiviclauses.nomenclature;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Famille d'achats: the fine level of what is bought, always in the same of the 14 groups. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class FamilleAchat {

    @Id
    @GeneratedValue(generator = "famille_achat_seq")
    @SequenceGenerator(name = "famille_achat_seq", sequenceName = "famille_achat_seq")
    private Long id;

    private long structureId;
    private String nom;

    /** Label of one of the 14 groups of the report. */
    private String groupe;

    private boolean actif = true;

    @Version
    private int version;

    FamilleAchat(long structureId, String nom, String groupe) {
        this.structureId = structureId;
        this.nom = nom;
        this.groupe = groupe;
    }

    void change(String nom, String groupe) {
        this.nom = nom;
        this.groupe = groupe;
    }

    void activate(boolean actif) {
        this.actif = actif;
    }
}
