package fr.suiviclauses.compte;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A bearer token of the API. Only its hash is kept: who reads the database can't use it. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class JetonApi {

    /** A shorter token could be guessed; its hash is unsalted because of this length. */
    static final int LONGUEUR_MINIMALE = 32;

    @Id
    @GeneratedValue(generator = "jeton_api_seq")
    @SequenceGenerator(name = "jeton_api_seq", sequenceName = "jeton_api_seq")
    private Long id;

    private long structureId;
    private long utilisateurId;
    private String libelle;
    private String empreinte;
    private @Nullable Instant revoqueLe;

    JetonApi(long structureId, long utilisateurId, String libelle, String jeton) {
        if (jeton.length() < LONGUEUR_MINIMALE) {
            throw new IllegalArgumentException("token shorter than " + LONGUEUR_MINIMALE + " characters");
        }
        this.structureId = structureId;
        this.utilisateurId = utilisateurId;
        this.libelle = libelle;
        this.empreinte = empreinte(jeton);
    }

    static String empreinte(String jeton) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jeton.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
