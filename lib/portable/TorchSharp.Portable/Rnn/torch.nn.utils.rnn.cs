namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class rnn
            {
                /// <summary>Packs padded sequences.</summary>
                /// <param name="input">[time, batch, …], or [batch, time, …] with <paramref name="batch_first"/>.</param>
                /// <param name="lengths">The length of each sequence, a tensor of whole numbers from 1 to time.</param>
                /// <param name="batch_first">Which of the two layouts the input has.</param>
                /// <param name="enforce_sorted">Whether lengths that rise are an error; else the sequences are sorted first.</param>
                public static PackedSequence pack_padded_sequence(
                    Tensor input, Tensor lengths, bool batch_first = false, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(input);
                    ArgumentNullException.ThrowIfNull(lengths);
                    return Packing.Pack(input, lengths, batch_first, enforce_sorted);
                }

                /// <summary>Packs sequences [length, …] of different lengths.</summary>
                public static PackedSequence pack_sequence(IEnumerable<Tensor> sequences, bool enforce_sorted = true)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    Tensor[] all = [.. sequences];
                    using var lengths = tensor(Array.ConvertAll(all, sequence => sequence.size(0)));
                    using var padded = pad_sequence(all);
                    return pack_padded_sequence(padded, lengths, enforce_sorted: enforce_sorted);
                }

                /// <summary>Pads packed sequences again, in the order in which they were packed.</summary>
                /// <param name="sequence">The packed sequences.</param>
                /// <param name="batch_first">Whether the result is [batch, time, …] and not [time, batch, …].</param>
                /// <param name="padding_value">What stands behind the end of a sequence.</param>
                /// <param name="total_length">The time of the result, if it is to be longer than the longest sequence.</param>
                /// <returns>The padded sequences, and their lengths.</returns>
                public static (Tensor, Tensor) pad_packed_sequence(
                    PackedSequence sequence, bool batch_first = false, double padding_value = 0, long? total_length = null)
                {
                    ArgumentNullException.ThrowIfNull(sequence);
                    return Packing.Unpack(sequence, batch_first, padding_value, total_length);
                }

                /// <summary>Sequences [length, …] of different lengths as one tensor [time, batch, …], or [batch, time, …].</summary>
                public static Tensor pad_sequence(IEnumerable<Tensor> sequences, bool batch_first = false, double padding_value = 0)
                {
                    ArgumentNullException.ThrowIfNull(sequences);
                    return Packing.Pad([.. sequences], batch_first, padding_value);
                }
            }
        }
    }
}
