package fr.suiviclauses.entreprise;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EntrepriseRepository extends Repository<Entreprise, Long> {

    Optional<Entreprise> findByStructureIdAndId(long structureId, long id);

    Entreprise saveAndFlush(Entreprise entreprise);

    void delete(Entreprise entreprise);

    void flush();
}
