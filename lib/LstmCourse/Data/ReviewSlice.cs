namespace LstmCourse.Data;

/// <summary>How a generated review is built; scores by slice show what a model can and cannot read.</summary>
public enum ReviewSlice
{
    /// <summary>Opinions about several aspects, all pointing the same way.</summary>
    Plain,

    /// <summary>Most aspects one way, some the other.</summary>
    Mixed,

    /// <summary>Cautious opinions: rather, quite, I suppose.</summary>
    Hedged,

    /// <summary>The verdict first, then a long account of the plot with the opinions of people in it.</summary>
    VerdictFirst,

    /// <summary>A long account of the plot, then the verdict.</summary>
    VerdictLast,

    /// <summary>Words of one side, turned round: not boring, anything but clever.</summary>
    Negation,

    /// <summary>As much praise as blame; the joint (but, although) says which of them counts.</summary>
    Contrast,

    /// <summary>What others say, and the writer's own opinion, often the opposite.</summary>
    Hearsay,
}
