namespace TorchSharp;

/// <summary>
/// Packing and unpacking as selections of rows, which autograd knows: with the input as [time·batch, …] each packed row is one of its
/// rows, and with the packed rows and a row of padding each padded row is one of those.
/// </summary>
internal static class Packing
{
    internal static nn.utils.rnn.PackedSequence Pack(Tensor input, Tensor lengths, bool batchFirst, bool enforceSorted)
    {
        if (input.Layout.Rank < 2) throw TorchError.Of($"expected an input of 2 or more dimensions, got {input.Layout.Rank}");
        var times = ReadLengths(lengths);
        var (batch, time) = batchFirst ? (input.size(0), input.size(1)) : (input.size(1), input.size(0));
        Check(times, batch, time);

        var order = Order(times, enforceSorted);
        var sizes = BatchSizes(times, order);
        var rows = new List<long>();
        for (var t = 0; t < sizes.Length; t++)
        {
            for (var b = 0; b < sizes[t]; b++) rows.Add(batchFirst ? order[b] * time + t : t * batch + order[b]);
        }

        using var index = tensor(rows);
        using var flat = input.flatten(0, 1);
        var data = flat.index_select(0, index);
        if (enforceSorted) return new(data, tensor(sizes), null, null);

        var places = new long[order.Length];
        for (var b = 0; b < order.Length; b++) places[order[b]] = b;
        return new(data, tensor(sizes), tensor(order), tensor(places));
    }

    internal static (Tensor, Tensor) Unpack(nn.utils.rnn.PackedSequence packed, bool batchFirst, double padding, long? totalLength)
    {
        var sizes = packed.batch_sizes.Elements<long>();
        var longest = (long)sizes.Length;
        if (totalLength < longest)
        {
            throw TorchError.Of(
                $"Expected total_length to be at least the length of the longest sequence in input, but got total_length={totalLength} "
                + $"and max sequence length being {longest}");
        }
        var time = totalLength ?? longest;
        var batch = sizes.Length == 0 ? 0 : sizes[0];
        var places = packed.unsorted_indices is null ? default : packed.unsorted_indices.Elements<long>();

        // The row behind the last packed one is the padding.
        var none = packed.data.size(0);
        var rows = new long[time * batch];
        Array.Fill(rows, none);
        var lengths = new long[batch];
        for (var b = 0L; b < batch; b++)
        {
            var place = places.IsEmpty ? b : places[(int)b];
            var first = 0L;
            for (var t = 0L; t < longest && place < sizes[(int)t]; t++)
            {
                rows[batchFirst ? b * time + t : t * batch + b] = first + place;
                first += sizes[(int)t];
                lengths[b]++;
            }
        }

        using var scope = NewDisposeScope();
        var shape = packed.data.shape;
        long[] row = [1, .. shape[1..]];
        var source = cat([packed.data, full(row, padding, dtype: packed.data.dtype)]);
        long[] sizesOut = batchFirst ? [batch, time, .. shape[1..]] : [time, batch, .. shape[1..]];
        return scope.MoveToOuter(source.index_select(0, tensor(rows)).view(sizesOut), tensor(lengths));
    }

    internal static Tensor Pad(Tensor[] sequences, bool batchFirst, double padding)
    {
        if (sequences.Length == 0) throw TorchError.Of("received an empty list of sequences");
        var longest = sequences.Max(sequence => sequence.size(0));
        using var scope = NewDisposeScope();
        var padded = sequences.Select(sequence =>
        {
            var shape = sequence.shape;
            shape[0] = longest - shape[0];
            return shape[0] == 0 ? sequence : cat([sequence, full(shape, padding, dtype: sequence.dtype)]);
        });
        return stack(padded, batchFirst ? 0 : 1).MoveToOuterDisposeScope();
    }

    private static long[] ReadLengths(Tensor lengths)
    {
        if (lengths.Layout.Rank != 1 || !Dtype.IsIntegral(lengths.dtype))
            throw TorchError.Of($"'lengths' argument should be a 1D CPU int64 tensor, but got {lengths.Layout.Rank}D cpu {Dtype.TorchName(lengths.dtype)} tensor");
        using var work = EngineWork.Begin();
        using var converted = lengths.dtype == ScalarType.Int64 ? lengths.Share() : lengths.to_type(ScalarType.Int64);
        using var dense = converted.Dense();
        return dense.Elements<long>().ToArray();
    }

    private static void Check(long[] lengths, long batch, long time)
    {
        if (lengths.Length != batch)
            throw TorchError.Of($"Expected `len(lengths)` to be equal to batch_size, but got {lengths.Length} (batch_size={batch})");
        foreach (var length in lengths)
        {
            if (length <= 0) throw TorchError.Of("Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0");
            if (length > time) throw TorchError.Of($"Expected lengths of at most {time}, the time of the input, but found {length}");
        }
    }

    /// <summary>The sequences from the longest to the shortest; those of one length in the order they came.</summary>
    private static long[] Order(long[] lengths, bool enforceSorted)
    {
        long[] order = [.. Enumerable.Range(0, lengths.Length).OrderByDescending(b => lengths[b]).Select(b => (long)b)];
        if (enforceSorted && lengths.Zip(lengths.Skip(1)).Any(pair => pair.First < pair.Second))
        {
            throw TorchError.Of(
                "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass `enforce_sorted=False` to "
                + "pack_padded_sequence and/or pack_sequence to sidestep this requirement if you do not need ONNX exportability.");
        }
        return order;
    }

    private static long[] BatchSizes(long[] lengths, long[] order)
    {
        var sizes = new long[order.Length == 0 ? 0 : lengths[order[0]]];
        foreach (var length in lengths)
        {
            for (var t = 0; t < length; t++) sizes[t]++;
        }
        return sizes;
    }
}
