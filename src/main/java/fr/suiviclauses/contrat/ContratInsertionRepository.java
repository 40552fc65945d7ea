package fr.suiviclauses.contrat;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ContratInsertionRepository extends Repository<ContratInsertion, Long> {

    Optional<ContratInsertion> findByStructureIdAndId(long structureId, long id);

    ContratInsertion saveAndFlush(ContratInsertion contrat);

    void delete(ContratInsertion contrat);

    void flush();
}
