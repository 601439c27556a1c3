namespace Microsoft.Data.Analysis;

/// <summary>Finds the rows of each key.</summary>
internal static class Grouping
{
    /// <summary>The rows of each key, keys in the order of their first row; rows without a key are left out.</summary>
    public static IDictionary<TKey, ICollection<long>> RowsByKey<TKey>(IEnumerable<(bool HasKey, TKey Key)> keys)
    {
        var rows = new OrderedDictionary<TKey, ICollection<long>>();
        var row = 0L;
        foreach (var (hasKey, key) in keys)
        {
            if (hasKey)
            {
                if (!rows.TryGetValue(key, out var group)) rows.Add(key, group = new List<long>());
                group.Add(row);
            }

            row++;
        }

        return rows;
    }
}
