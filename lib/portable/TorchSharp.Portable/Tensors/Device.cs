using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and its number (-1: the only or the current one).</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(string deviceType, int index = -1) : this(Parse(deviceType), index)
        {
        }

        /// <param name="description">A name such as "cpu" or "cuda:1".</param>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = Parse(colon < 0 ? description : description[..colon]);
            index = colon < 0 ? -1 : int.Parse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString()
        {
            var name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        public override bool Equals(object? obj) => obj is Device other && other.type == type && other.index == index;

        public override int GetHashCode() => HashCode.Combine(type, index);

        /// <summary>Refuses every device but the CPU, and says where the others are to be had.</summary>
        internal static void RequireCpu(Device? device)
        {
            if (device is not null && device.type != DeviceType.CPU) throw Unavailable(device.type);
        }

        internal static InvalidOperationException Unavailable(DeviceType type) => new(
            $"Torch device type {type} did not initialise on the current machine. The portable engine computes on the CPU only: "
            + "leave the device out, or switch to the official libtorch packages with `./course setup --profile official`.");

        private static DeviceType Parse(string name) => name switch
        {
            "cpu" => DeviceType.CPU,
            "cuda" => DeviceType.CUDA,
            "mps" => DeviceType.MPS,
            "meta" => DeviceType.META,
            _ => throw new ArgumentException($"Unknown device '{name}': expected cpu, cuda, mps or meta.", nameof(name)),
        };
    }

#pragma warning disable CA2211 // TorchSharp has these as plain static fields.
    public static Device CPU = new(DeviceType.CPU);
    public static Device META = new(DeviceType.META);
#pragma warning restore CA2211

    public static Device CUDA => new(DeviceType.CUDA);

    public static Device MPS => new(DeviceType.MPS);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    public static Device get_default_device() => CPU;

    public static void set_default_device(Device device) => Device.RequireCpu(device);

    public static void set_default_device(string device) => Device.RequireCpu(new Device(device));

    public static bool cuda_is_available() => false;

    public static bool mps_is_available() => false;

    public static class cuda
    {
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        public static void manual_seed(long seed)
        {
            // There is no device whose generator could be seeded; torch.manual_seed seeds the CPU's.
        }

        public static void manual_seed_all(long seed) => manual_seed(seed);
    }
}
